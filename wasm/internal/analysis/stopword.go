package analysis

// IsStopWord reports whether a folded English word is a function word: one that
// says nothing of what a text is about.
func IsStopWord(folded []byte) bool {
	if len(folded) > 10 {
		return false
	}
	switch string(folded) {
	case "a", "about", "above", "after", "again", "against", "all", "also", "although", "am", "among",
		"an", "and", "any", "are", "aren't", "as", "at", "be", "because", "been", "before", "being",
		"below", "between", "both", "but", "by", "can", "can't", "cannot", "could", "couldn't", "did",
		"didn't", "do", "does", "doesn't", "doing", "don't", "down", "during", "each", "either", "else",
		"even", "ever", "every", "few", "for", "from", "further", "had", "hadn't", "has", "hasn't",
		"have", "haven't", "having", "he", "he'd", "he'll", "he's", "her", "here", "hers", "herself",
		"him", "himself", "his", "how", "however", "i", "i'd", "i'll", "i'm", "i've", "if", "in", "into",
		"is", "isn't", "it", "it's", "its", "itself", "just", "may", "me", "might", "more", "most",
		"much", "must", "my", "myself", "neither", "no", "nor", "not", "now", "of", "off", "on", "once",
		"only", "or", "other", "our", "ours", "ourselves", "out", "over", "own", "per", "rather", "same",
		"shall", "she", "she'd", "she'll", "she's", "should", "shouldn't", "since", "so", "some", "such",
		"than", "that", "that's", "the", "their", "theirs", "them", "themselves", "then", "there",
		"there's", "these", "they", "they'd", "they'll", "they're", "they've", "this", "those", "though",
		"through", "thus", "to", "too", "under", "until", "up", "upon", "us", "very", "was", "wasn't",
		"we", "we'd", "we'll", "we're", "we've", "were", "weren't", "what", "when", "where", "whether",
		"which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "won't",
		"would", "wouldn't", "yet", "you", "you'd", "you'll", "you're", "you've", "your", "yours",
		"yourself", "yourselves":
		return true
	}
	return false
}
