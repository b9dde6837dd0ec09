package protocol

// Speech is something quoted in a document, and who is said to have said it.
type Speech struct {
	Parts   []Span // in Document.Text, without the marks; several where words of the author stand between
	Speaker string // as the document names them in full, "" if it does not tell
	Named   Span   // where the sentence names them, a pronoun perhaps; empty if it does not
	Via     string // who passed it on: "Putin said, according to Ushakov"; "" for nobody
	Sure    bool   // the speaker is named beside a verb of saying, not inferred
}

func appendSpeech(b []byte, s Speech) []byte {
	b = appendSpan(appendString(appendList(b, s.Parts, appendSpan), s.Speaker), s.Named)
	return appendBool(appendString(b, s.Via), s.Sure)
}

func readSpeech(d *decoder) Speech {
	return Speech{
		Parts: decodeList(d, readSpan), Speaker: d.string(), Named: d.span(), Via: d.string(), Sure: d.bool(),
	}
}

// checkSpeeches holds what a document quotes to its text.
func checkSpeeches(d *decoder, list []Speech, text string) {
	for _, s := range list {
		for _, p := range s.Parts {
			if int(p.End) > len(text) {
				d.fail()
			}
		}
		if int(s.Named.End) > len(text) {
			d.fail()
		}
	}
}
