package protocol

// SkipReason says why a file or a record of a container became no document.
// Bad input is not an error of the program: it becomes a line of the ledger
// with this reason. The values are part of the wire format: append, never
// renumber.
type SkipReason uint8

const (
	SkipNone         SkipReason = iota // not skipped
	SkipEmpty                          // no bytes at all
	SkipBlank                          // white space only
	SkipBinary                         // no text: zero bytes, control characters
	SkipUnsupported                    // a known format that is not read; Detail names it
	SkipTooLarge                       // a document or record over Limits.MaxFile
	SkipEncrypted                      // needs a password
	SkipDamaged                        // a container or member that cannot be decoded
	SkipExpansion                      // a container that unpacks to too much: a zip bomb
	SkipTooDeep                        // containers in containers over Limits.MaxDepth
	SkipUnreadable                     // the file could not be read: gone, or no permission
	SkipSystem                         // .DS_Store, __MACOSX, Thumbs.db, hidden files
	SkipNoText                         // a page without readable text
	SkipUnsafeName                     // a zip member whose path leaves the archive
	SkipRecords                        // records after Limits.MaxRecords of one container
	SkipEmptyArchive                   // an archive with no members
	SkipKnown                          // the same file was added before
	SkipCanceled                       // the person stopped before it was read
	SkipLost                           // the worker that was reading it ended
	SkipCompanion                      // kept by a browser beside a saved page
	SkipNoArticle                      // a record that is no article: a redirect, a script, data without prose
	numSkipReasons
)

var skipNames = [numSkipReasons]string{
	"none", "empty", "blank", "binary", "unsupported", "too large", "encrypted",
	"damaged", "expansion limit", "too deep", "unreadable", "system file",
	"no text", "unsafe name", "too many records", "empty archive",
	"already here", "stopped", "worker lost",
	"beside a page", "no article",
}

var skipExplanations = [numSkipReasons]string{
	"",
	"The file is empty. If it should hold an article, save it again.",
	"The file holds only white space. If it should hold an article, save it again.",
	"The file holds no text that can be read. Save the article as text or as a web page (.html).",
	"This format is not read. Save the article as text (.txt) or as a web page (.html) and add that.",
	"The file is larger than one document may be. Split it into single articles and add those.",
	"It is protected by a password. Open it with its own program, save it without one and add that.",
	"The file is damaged and cannot be unpacked. Get it again, or unpack it with another program and add the files inside.",
	"Unpacked, this archive would be far larger than an archive of articles is. If you trust it, unpack it yourself and add the folder.",
	"The archive lies too deep inside other archives. Unpack the outer ones and add what is inside.",
	"The file could not be read: it may have been moved, deleted or locked. Check that it is still there and add it again.",
	"This file belongs to the operating system and holds no article.",
	"The page holds no readable text. It may load its text by script: open it in a browser and save it as a complete page.",
	"The name of this file points outside its archive, so it was left alone. If you trust the archive, unpack it and add the files inside.",
	"The archive holds more files than are read from one archive. Unpack it and add the folder in parts.",
	"The archive holds no files. If it should hold articles, make it again.",
	"The same file was added before, so it was not read again.",
	"Adding was stopped before this file was read. Add it again to read it.",
	"The browser ended the worker that was reading this file, perhaps for lack of memory. Add it again, with fewer files at a time.",
	"A browser keeps files like this beside a saved page; the page itself is read. If this one is an article, move it out of the folder and add it.",
	"This is no article. If it should be one, save it as a web page (.html) or as text and add that.",
}

// String is the reason's short name, as the command line prints it.
func (r SkipReason) String() string {
	if r < numSkipReasons {
		return skipNames[r]
	}
	return "unknown"
}

// Explanation is one or two plain sentences for the person: what is the matter
// and what can be done. It is "" for SkipNone.
func (r SkipReason) Explanation() string {
	if r < numSkipReasons {
		return skipExplanations[r]
	}
	return "The file was left out for a reason this version does not know. Reload the page to get the current version."
}
