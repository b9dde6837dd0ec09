package extract

import "strings"

// furniturePhrases are wordings of the page around an article, lower case,
// words separated by one space. A line that holds one is rarely prose; how much
// that counts is in score.go. They are of the field, not of one outlet: names
// of papers, programs and people do not belong here.
var furniturePhrases = []string{
	"accept all", "accessibility feedback", "^account settings", "ad feedback", "add a comment", "add comment",
	"advertise with us", "^advertisement", "^advertising", "^all comments", "all rights reserved", "already a subscriber",
	"already have an account", "^also on", "article continues below", "average rating", "^back to top", "be the first to",
	"become a member", "^become a better", "breadcrumb", "browser does not support", "buy now", "click here", "click on a star",
	"click to copy", "click to email", "click to print", "click to share", "^close menu", "comments are closed", "comments closed",
	"comment policy", "community guidelines", "^contact us", "^continue reading", "cookie policy", "cookie settings", "copy link",
	"create account", "create an account", "create free account", "do not sell my", "^don't miss", "^download the app",
	"download our app", "early bird", "editor's picks", "editors' picks", "email address", "email this", "enable javascript",
	"enter your email", "filed under", "find us on", "follow @", "follow us", "^follow on", "follow me on", "forgot password", "forgot your password",
	"free newsletter", "get our newsletter", "get the app", "^get the latest", "go to comments", "hide comments", "how useful was this",
	"^in case you missed it", "join our", "join the conversation", "join the discussion", "^jump to", "^keep reading",
	"^latest news", "^latest stories", "^latest videos", "leave a comment", "leave a reply", "^like this", "like us on", "load comments", "load more",
	"^log in", "^log out", "^login", "logged in", "manage preferences", "more by this author", "^more from", "more headlines",
	"^more in", "^more news", "^more on", "more stories", "more videos", "most commented", "most emailed", "^most popular",
	"most read", "most shared", "most viewed", "most watched", "my account", "new comment", "newsletter signup",
	"next article", "next post", "next story", "^no comments", "no votes so far", "notify me of", "^older posts", "^newer posts", "opens in a new window", "opens in new window",
	"our newsletter", "paid content", "^permalink", "pingback", "play video", "please enable", "popular posts", "popular stories", "post a comment",
	"post comment", "^posted in", "^powered by", "previous article", "previous post", "previous story", "print article", "print this",
	"privacy notice", "privacy policy", "promoted content", "^rate this", "^read also", "read full story", "read more", "read next",
	"read the full", "recent comments", "recent posts", "recent stories", "recommended for you", "recommended stories",
	"^register for", "register now", "^register to", "related articles", "related content", "related coverage", "related links",
	"related news", "related posts", "related stories", "related topics", "^related video", "reply to this", "report abuse",
	"report a typo", "report an error", "^reprints", "required fields", "rss feed", "^save article", "scroll to", "^search for",
	"^see all", "^see also", "^see more", "send a tip", "send to a friend", "share on", "share story", "^share this",
	"share via", "show comments", "show more", "^sign in", "sign me up", "^sign out", "sign up", "site map", "sitemap", "skip to",
	"^sponsored by", "sponsored content", "story continues below", "submit a correction", "subscribe now", "subscribe to",
	"subscribe today", "subscriber only", "subscription options", "suggested for you", "support our journalism", "^support us",
	"^tags", "terms and conditions", "terms of service", "terms of use", "thank you for reading", "today's top", "^top stories",
	"trackback", "trending now", "try again later", "turn on desktop notifications", "tweet this", "unsubscribe", "uploaded files", "^up next",
	"use of this site", "user agreement", "^view all", "view comments", "view gallery", "view more", "view this page", "vote count", "was this article",
	"watch live", "watch now", "we use cookies", "uses cookies", "this site uses", "^what do you think", "write a comment", "you may also like", "you might also like",
	"you might like", "you must be logged", "^your email", "your comment", "your browser", "your subscription", "^your account", "co-invest in", "masterclass opens", "discount code",
	"opens registrations", "early access", "limited time offer", "terms apply", "for early bird", "^all fields", "mark as spam", "by subscribing", "by signing up",
	"copyright ©", "©", "not investment advice", "not financial advice", "constitute investment advice", "constitute financial advice", "informational purposes only", "^disclaimer",
	"have you been affected", "have you been a victim", "tell us your story", "share your story", "send us your story", "do you have a story", "^got a story",
	"^newsletter",
	"follow any responses", "both comments and pings", "trackback from your", "delivered to your inbox", "straight to your inbox", "in your inbox",
	"find this post useful", "found this post useful", "enjoyed this post", "enjoyed this article", "like this article", "like this post", "be sociable",
	"^about the author", "^about this author", "^more by", "^other articles", "^other stories", "^other news", "^also read", "^recommended by", "^click for", "^email story", "^printable view", "^printer friendly", "printer-friendly",
	// German
	"alle rechte vorbehalten", "^anzeige", "artikel drucken", "artikel teilen", "auch interessant", "cookies akzeptieren", "^datenschutz",
	"hier klicken", "^impressum", "ihr kommentar", "jetzt abonnieren", "jetzt anmelden", "kostenlos anmelden", "keine anlageberatung", "schreiben sie uns", "jetzt registrieren", "kommentar schreiben", "kommentare lesen",
	"kommentar hinterlassen", "kommentar verfassen", "lesen sie auch", "lesen sie mehr", "mehr zum thema", "mehr lesen", "meistgelesen", "newsletter abonnieren", "nutzungsbedingungen", "passwort vergessen",
	"seite drucken", "^weiterlesen", "weiterempfehlen", "weitere artikel", "zum seitenanfang", "zur startseite", "ähnliche artikel", "teilen auf", "^drucken",
	// French, Spanish, Italian, Portuguese, Dutch
	"à lire aussi", "lire aussi", "lire la suite", "mentions légales", "tous droits réservés", "s'abonner", "abonnez-vous", "partager sur", "^publicité", "laisser un commentaire",
	"leer más", "lee también", "te puede interesar", "todos los derechos reservados", "suscríbete", "compartir en", "deja un comentario", "política de privacidad", "^publicidad",
	"leggi anche", "tutti i diritti riservati", "iscriviti", "condividi su",
	"leia também", "leia mais", "todos os direitos reservados", "deixe um comentário", "^publicidade",
	"lees ook", "lees meer", "alle rechten voorbehouden", "plaats een reactie",
}

// A phrasePlace is where the first word of a phrase stands in a line, and
// whether it is the line's first.
type phrasePlace struct {
	start, end int
	first      bool
}

// phraseAt reports whether one of the phrases that begin with the word in slot
// stands in text at the word: letters compared without case, any white space for
// a space, a word's end after it. The first byte of the next word decides nearly
// always.
func (t *wordTable) phraseAt(slot int, text string, at phrasePlace) bool {
	next := nextByte(text, at.end)
	for p := t.phrases[slot]; p != 0; p = t.next[p-1] {
		if second := t.seconds[p-1]; second != 0 && second != next {
			continue
		}
		phrase := t.list[p-1]
		if phrase[0] == '^' {
			if !at.first {
				continue
			}
			phrase = phrase[1:]
		}
		if matchPhrase(text, at.start, phrase) {
			return true
		}
	}
	return false
}

// nextByte is the first byte of the word after the white space at i, small, 0 if
// there is none.
func nextByte(text string, i int) byte {
	for n := spaceLen(text, i); n > 0; n = spaceLen(text, i) {
		i += n
	}
	if i >= len(text) {
		return 0
	}
	if c := text[i]; c < 'A' || c > 'Z' {
		return c
	}
	return text[i] | 0x20
}

// secondByte is the first byte of a phrase's second word, 0 if it has one word.
func secondByte(phrase string) byte {
	if i := strings.IndexByte(phrase, ' '); i >= 0 {
		return phrase[i+1]
	}
	return 0
}

func matchPhrase(text string, i int, phrase string) bool {
	for k := 0; k < len(phrase); k++ {
		if i >= len(text) {
			return false
		}
		c := text[i]
		if phrase[k] == ' ' {
			n := spaceLen(text, i)
			if n == 0 {
				return false
			}
			for ; n > 0; n = spaceLen(text, i) {
				i += n
			}
			continue
		}
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if phrase[k] == '\'' && hasCurly(text, i) {
			i += len("’")
			continue
		}
		if c != phrase[k] {
			return false
		}
		i++
	}
	return i >= len(text) || !isDigit(text[i]) && !('a' <= text[i]|0x20 && text[i]|0x20 <= 'z')
}

func hasCurly(text string, i int) bool {
	return i+2 < len(text) && text[i:i+3] == "’"
}

// spaceLen is the length of the white space rune at i, 0 if there is none: the
// ASCII ones, the no-break space and the line and ideographic spaces.
func spaceLen(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	switch c := text[i]; {
	case c == ' ' || '\t' <= c && c <= '\r':
		return 1
	case c == 0xC2 && i+1 < len(text) && (text[i+1] == 0xA0 || text[i+1] == 0x85):
		return 2
	case c == 0xE2 && i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] <= 0x8A || text[i+2] == 0xA8 || text[i+2] == 0xA9 || text[i+2] == 0xAF):
		return 3
	case c == 0xE2 && i+2 < len(text) && text[i+1] == 0x81 && text[i+2] == 0x9F:
		return 3
	case c == 0xE3 && i+2 < len(text) && text[i+1] == 0x80 && text[i+2] == 0x80:
		return 3
	case c == 0xE1 && i+2 < len(text) && text[i+1] == 0x9A && text[i+2] == 0x80:
		return 3
	}
	return 0
}
