package mail

import (
	"bytes"
	"strings"
)

// isPostmark reports whether a line "From …" begins a message: next is the
// beginning of the line behind it, empty tells whether the line before is.
func isPostmark(line, next []byte, empty bool) bool {
	if len(line) > maxPostmark {
		return false
	}
	field := isField(next) || bytes.HasPrefix(next, []byte(">From "))
	fields := strings.Fields(string(line[5:]))
	switch {
	case len(fields) < 2:
		return false
	case hasStamp(fields):
		return empty || field
	}
	sender := strings.ContainsAny(fields[0], "@") || fields[0] == "-" || strings.EqualFold(fields[0], "MAILER-DAEMON")
	return empty && field && sender && parseDate(strings.Join(fields[1:], " ")) != ""
}

// maxPostmark bounds a "From " line; senders of mailing lists are long.
const maxPostmark = 1000

// hasStamp reports whether fields end as in "Wed Jan 30 18:07:01 2002", with a
// zone at one of two places or none.
func hasStamp(fields []string) bool {
	for i := 0; i+4 < len(fields)+1 && i < len(fields)-3; i++ {
		if isWeekday(fields[i]) && len(fields[i+1]) == 3 && strings.Contains(fields[i+3], ":") {
			return parseDate(strings.Join(fields[i:], " ")) != ""
		}
	}
	return false
}

func isWeekday(s string) bool {
	switch strings.ToLower(s) {
	case "mon", "tue", "wed", "thu", "fri", "sat", "sun":
		return true
	}
	return false
}

// IsMbox reports whether head, the first 4 kB of a file, begins a mailbox. Ask it
// before IsMessage, which is true of most mailboxes too.
func IsMbox(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), "\r\n")
	line := firstLine(head)
	return bytes.HasPrefix(line, []byte("From ")) && len(line) < len(head) && isPostmark(line, firstLine(head[len(line):]), true)
}

// IsMessage reports whether head, the first 4 kB of a file, begins a message.
// Articles may well begin with lines such as "From:" and "Subject:"; a message
// has fields that only programs write, or an address and two fields beside it.
func IsMessage(head []byte) bool {
	fields, ok := sniffHeader(head)
	if !ok {
		return false
	}
	machine, people, private, address := 0, 0, 0, false
	if IsMbox(head) {
		machine++
	}
	for h := fields; ; {
		name, value := h.next()
		if name == nil {
			break
		}
		switch lower := strings.ToLower(string(name)); lower {
		case "received", "message-id", "mime-version", "return-path", "delivered-to", "dkim-signature",
			"content-transfer-encoding", "in-reply-to", "x-mailer", "envelope-to", "authentication-results",
			"list-unsubscribe", "list-id", "arc-seal", "newsgroups", "received-spf", "nntp-posting-host":
			machine++
		case "from", "sender":
			if bytes.IndexByte(value, '@') >= 0 {
				people, address = people+1, true
			}
		case "date":
			if parseDate(strings.ToValidUTF8(string(unfold(value)), "")) != "" {
				people++
			}
		case "subject", "to", "content-type", "organization", "lines", "reply-to":
			people++
		default:
			if strings.HasPrefix(lower, "x-") {
				private++
			}
		}
	}
	if private >= 3 {
		machine++
	}
	return machine >= 2 || machine == 1 && people >= 1 || address && people >= 3
}

// IsMHTML reports whether head, the first 4 kB of a file, begins a page that was
// saved as a message.
func IsMHTML(head []byte) bool {
	h, ok := sniffHeader(head)
	if !ok || h.raw("Received") != nil || h.raw("To") != nil {
		return false
	}
	kind := parseMedia(h.raw("Content-Type"))
	saved := bytes.Contains(h.raw("From"), []byte("Saved by")) || h.raw("Snapshot-Content-Location") != nil || h.raw("Content-Location") != nil
	switch kind.word {
	case "multipart/related":
		return saved || h.raw("From") == nil || strings.HasPrefix(kind.ascii("type"), "text/html") && h.raw("Message-ID") == nil
	case "text/html", "multipart/alternative":
		return saved && h.raw("MIME-Version") != nil
	}
	return false
}

// sniffHeader is the header that head begins with, whole or cut off by the end
// of head, if it looks like one: fields and little else.
func sniffHeader(head []byte) (h header, ok bool) {
	_, head = cutEnvelope(head)
	if !isField(firstLine(head)) {
		return nil, false
	}
	lines, fields := 0, 0
	h, _ = cutHeader(head)
	for rest := []byte(h); len(rest) > 0; {
		line := firstLine(rest)
		rest = rest[len(line):]
		if isBlank(line[0]) {
			continue
		}
		if lines++; isField(line) {
			fields++
		}
	}
	return h, fields*5 >= lines*4
}
