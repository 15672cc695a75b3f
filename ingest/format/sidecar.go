package format

import (
	"errors"
	"fmt"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Errors of sidecar files and front matter.
var (
	ErrSidecar    = errors.New("no YAML list of values")
	ErrUnknownKey = errors.New("unknown key")
	ErrBadValue   = errors.New("bad value")
	ErrEncoding   = errors.New("in no encoding that Soi reads")
)

const (
	// MaxSidecar is the limit on a sidecar file or front matter in bytes.
	MaxSidecar = 32 << 10

	// mostTokens bounds the pieces of YAML, and with them how deep they can
	// nest: the parser goes down by recursion. A sidecar with every key and 500
	// directives has 1,100.
	mostTokens = 3000
)

// A Sidecar holds the values that somebody states about a document, in a file
// beside it (NAME.soi.yaml) or as front matter at the head of a text file.
// They override what the document itself says.
type Sidecar struct {
	Name       string // base name of the file; "" for front matter
	statements []statement
}

// A statement is one key with its value.
type statement struct {
	key   string
	line  int // of the file, from 1
	value string
	list  []item // of a key that takes a list
}

// An item is one value of a list.
type item struct {
	value string
	line  int
}

// A Problem is something in a sidecar that cannot be used. What is around it
// is used all the same.
type Problem struct {
	Line int   // of the file; 0: the whole
	Err  error // wraps ErrSidecar, ErrEncoding, ErrUnknownKey or ErrBadValue
}

// ParseSidecar reads YAML that maps keys to plain values, in UTF-8, UTF-16 or
// one of the legacy encodings in which texts are read too. Anchors, aliases
// and tags are refused, so nothing in it can stand for more than it is.
// firstLine is the number of the line at which data begins in its file.
func ParseSidecar(name string, data []byte, firstLine int) (s Sidecar, problems []Problem) {
	s.Name = name
	at := func(line int, err error) { problems = append(problems, Problem{line + firstLine - 1, err}) }
	body, line, err := parseYAML(data)
	if err != nil {
		at(line, err)
		return s, problems
	}
	for _, node := range body {
		st, line, err := readStatement(node)
		switch {
		case err != nil:
			at(line, err)
		case st.key != "":
			st.line += firstLine - 1
			for i := range st.list {
				st.list[i].line += firstLine - 1
			}
			s.statements = append(s.statements, st)
		}
	}
	return s, problems
}

// parseYAML gives the pairs of the only document in data; the line of an error
// counts from 1 in data. A panic of the parser, which is not ours, is an error
// of the file that met it.
func parseYAML(data []byte) (pairs []*ast.MappingValueNode, line int, err error) {
	defer func() {
		if r := recover(); r != nil {
			pairs, line, err = nil, 1, fmt.Errorf("%w: the parser gave up", ErrSidecar)
		}
	}()
	if len(data) > MaxSidecar {
		return nil, 1, fmt.Errorf("%w: more than %d bytes", ErrSidecar, MaxSidecar)
	}
	text, encoding, replaced, err := decode(data, "")
	if err != nil || replaced > 0 {
		return nil, 1, ErrEncoding
	}
	repair(encoding, &text)
	tokens := lexer.Tokenize(normalize(text))
	if len(tokens) > mostTokens {
		return nil, 1, fmt.Errorf("%w: more than %d pieces", ErrSidecar, mostTokens)
	}
	file, err := parser.Parse(tokens, 0)
	if err != nil {
		return nil, errorLine(err), fmt.Errorf("%w: %s", ErrSidecar, errorText(err))
	}
	return topPairs(file)
}

// topPairs gives the pairs of the mapping that a file is.
func topPairs(file *ast.File) (pairs []*ast.MappingValueNode, line int, err error) {
	for _, doc := range file.Docs {
		switch body := doc.Body.(type) {
		case nil: // nothing but comments
		case *ast.MappingNode:
			pairs = append(pairs, body.Values...)
		case *ast.MappingValueNode:
			pairs = append(pairs, body)
		case *ast.CommentGroupNode, *ast.NullNode:
		default:
			return nil, nodeLine(body), fmt.Errorf("%w: it begins with something else", ErrSidecar)
		}
	}
	if len(file.Docs) > 1 {
		return nil, 1, fmt.Errorf("%w: %d documents in one", ErrSidecar, len(file.Docs))
	}
	return pairs, 0, nil
}

// readStatement reads a pair. A key without a value states nothing, and the
// statement is empty.
func readStatement(node *ast.MappingValueNode) (s statement, line int, err error) {
	key, ok := scalar(node.Key)
	line = nodeLine(node.Key)
	set, known := setters[key]
	if !ok || !known {
		return s, line, fmt.Errorf("%w: %s", ErrUnknownKey, shorten(key))
	}
	if _, null := node.Value.(*ast.NullNode); null {
		return s, 0, nil
	}
	s = statement{key: key, line: line}
	if set == nil {
		s.list, line, err = readList(key, node.Value)
		return s, line, err
	}
	s.value, err = plainValue(key, node.Value)
	return s, line, err
}

// plainValue reads one value.
func plainValue(key string, node ast.Node) (string, error) {
	text, ok := scalar(node)
	if !ok {
		return "", badValue(key, "only plain text is taken, no lists, anchors, aliases or tags")
	}
	if text = oneLine(text); text == "" {
		return "", badValue(key, "nothing")
	}
	return text, nil
}

// readList reads a list of plain values. One value is a list too, and None is
// the empty one.
func readList(key string, node ast.Node) (list []item, line int, err error) {
	nodes := []ast.Node{node}
	if seq, ok := node.(*ast.SequenceNode); ok {
		nodes = seq.Values
	}
	for _, n := range nodes {
		value, err := plainValue(key, n)
		if err != nil {
			return nil, nodeLine(n), err
		}
		list = append(list, item{value, nodeLine(n)})
	}
	if len(list) == 1 && list[0].value == None {
		list = nil
	}
	return list, 0, nil
}

// scalar is the text of a plain value, as it is written where YAML would make
// a number or truth value of it.
func scalar(node ast.Node) (string, bool) {
	switch n := node.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return n.Value.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value, true
	}
	return "", false
}

func badValue(key, value string) error {
	return fmt.Errorf("%w: %s: %s", ErrBadValue, key, shorten(value))
}

// shorten cuts what an error quotes.
func shorten(s string) string {
	const longest = 80 // bytes
	if len(s) <= longest {
		return s
	}
	return valid(s[:longest]) + "…"
}

func nodeLine(node ast.Node) int {
	if node == nil {
		return 1
	}
	return tokenLine(node.GetToken())
}

func tokenLine(t *token.Token) int {
	if t == nil || t.Position == nil {
		return 1
	}
	return max(t.Position.Line, 1)
}

func errorLine(err error) int {
	var y yaml.Error
	if errors.As(err, &y) {
		return tokenLine(y.GetToken())
	}
	return 1
}

// errorText is what the parser says, without its drawing of the source.
func errorText(err error) string {
	var y yaml.Error
	if errors.As(err, &y) {
		return shorten(y.GetMessage())
	}
	return shorten(err.Error())
}
