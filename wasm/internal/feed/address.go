package feed

import "strings"

// isWebAddress reports whether s can be followed as it is.
func isWebAddress(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// resolve makes an address absolute, after RFC 3986, section 5.2. Without a base
// that is a web address it stays as it is.
func resolve(base, address string) string {
	scheme, rest, ok := strings.Cut(base, "://")
	if address == "" || !ok || !isWebAddress(base) || hasScheme(address) {
		return address
	}
	host, path := rest, "/"
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		host, path = rest[:i], rest[i:]
	}
	if i := strings.IndexAny(path, "?#"); i >= 0 {
		path = path[:i]
	}
	switch {
	case strings.HasPrefix(address, "//"):
		return scheme + ":" + address
	case address[0] == '/':
		return scheme + "://" + host + address
	case address[0] == '?' || address[0] == '#':
		return scheme + "://" + host + path + address
	}
	dir := path[:strings.LastIndexByte(path, '/')+1]
	for strings.HasPrefix(address, "./") || strings.HasPrefix(address, "../") {
		if address[1] == '.' {
			dir = dir[:strings.LastIndexByte(strings.TrimSuffix(dir, "/"), '/')+1]
		}
		address = address[strings.IndexByte(address, '/')+1:]
	}
	if dir == "" {
		dir = "/"
	}
	return scheme + "://" + host + dir + address
}

// hasScheme reports whether s begins as "mailto:" or "https:" do.
func hasScheme(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ':':
			return i > 0
		case 'a' <= c|0x20 && c|0x20 <= 'z' || i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'):
		default:
			return false
		}
	}
	return false
}
