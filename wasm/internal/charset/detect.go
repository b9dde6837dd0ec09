package charset

// legacy chooses an encoding for bytes that are not Unicode.
func legacy(data []byte, declared string) Text {
	if declared != "" {
		return Text{Encoding: declared, How: byDeclared}
	}
	return Text{Encoding: "windows-1252", How: byContent}
}
