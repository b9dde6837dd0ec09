package ui

import (
	"errors"
	"strings"

	"clippings/app/action"
	"clippings/app/files"
)

// savedText says what came of saving and copying since a view was opened, before
// which there were so many savings.
func savedText(s *action.Saved, before int) string {
	switch {
	case s.Status == action.Loading:
		return "Putting the list together …"
	case s.Count == before:
		return ""
	case errors.Is(s.Err, files.ErrNoClipboard):
		return "This browser does not let the page copy. Save the list instead"
	case s.Err != nil:
		return reason(s.Err)
	case s.Name == "":
		return "Copied " + many(s.Rows, "row", "rows")
	}
	if !strings.HasSuffix(s.Name, ".csv") {
		return "Saved as " + s.Name
	}
	return "Saved " + many(s.Rows, "row", "rows") + " as " + s.Name
}
