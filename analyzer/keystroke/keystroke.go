package keystroke

// A Mode is a way of typing Vietnamese with the keys of ASCII.
type Mode string

// The modes; Plain is text as it should be.
const (
	Plain Mode = "plain"
	Telex Mode = "telex"
	VNI   Mode = "vni"
)

// Decode returns the lower-case syllable that the keys of word make in mode
// m. It reports false when they make none, or word holds no modifier key.
func Decode(word string, m Mode) (string, bool) { return word, false }

// Read decides how a whole query was typed and decodes it.
func Read(query string) (mode Mode, decoded string) { return Plain, query }

// A Reading is the decision over the words of a query.
type Reading struct {
	Mode    Mode   // Plain unless the words were decoded or a decoding is offered
	Text    string // the words after decoding, joined by spaces
	Single  bool   // one word in all: take Text only if the dictionary holds it and not the raw word
	Suggest bool   // all words decode, but none is typical of Telex: offer Text, search the raw words
}

// Words decides over the words of a query, operators left out, and returns
// them decoded.
func Words(words []string) ([]string, Reading) { return words, Reading{Mode: Plain} }
