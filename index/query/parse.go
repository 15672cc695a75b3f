package query

import (
	"strings"
	"unicode/utf8"
)

// Parse reads a query. It never fails: what is broken is repaired, and
// Query.Repairs says how.
func Parse(s string) Query {
	p := parser{lexer: newLexer(s)}
	p.next()
	root := p.or(0)
	root, filters := lift(root)
	q := Query{Root: root, Filters: filters, Repairs: p.repairs}
	if root == nil && len(filters) == 0 && len(q.Repairs) == 0 && strings.TrimSpace(s) != "" {
		q.Repairs = []Repair{{NoWords, 0, clip(strings.TrimSpace(s))}}
	}
	q.Kept, q.Words = p.kept, p.kept
	if p.cut < len(s) {
		q.Words += wordsBehind(s, p.cut)
	}
	return q
}

// wordsBehind counts the words that begin in s behind byte cut, as separated
// by spaces.
func wordsBehind(s string, cut int) int {
	n := 0
	for _, field := range strings.Fields(s[cut:]) {
		if strings.IndexFunc(field, isText) >= 0 {
			n++
		}
	}
	before, _ := utf8.DecodeLastRuneInString(s[:cut])
	after, _ := utf8.DecodeRuneInString(s[cut:])
	if isText(before) && isText(after) {
		n-- // the rest of a word that is cut
	}
	return n
}

// A parser builds the tree by recursive descent; MaxDepth bounds the descent.
type parser struct {
	*lexer
	tok     lexeme
	ignored int // open parentheses deeper than MaxDepth, left out
}

// next goes on to the next lexeme. Parentheses that are too deep are passed
// over with what closes them.
func (p *parser) next() { p.tok = p.lexer.next() }

// or reads operands joined by OR, up to a closing parenthesis or the end.
func (p *parser) or(depth int) Node {
	var operands []Node
	for {
		n := p.and(depth)
		if n != nil {
			operands = append(operands, n)
		}
		if p.tok.kind != orSign {
			return join(operands, func(ns []Node) Node { return Or{ns} })
		}
		sign := p.tok
		p.next()
		if n == nil || p.tok.kind == eof || p.tok.kind == closeParen && p.ignored == 0 {
			p.repair(LoneOperator, sign.start, sign.end)
		}
	}
}

// and reads operands that stand side by side.
func (p *parser) and(depth int) Node {
	var operands []Node
	for {
		switch p.tok.kind {
		case eof, orSign:
			return join(operands, func(ns []Node) Node { return And{ns} })
		case closeParen:
			if p.ignored == 0 && depth > 0 {
				return join(operands, func(ns []Node) Node { return And{ns} })
			}
			p.stray()
		case andSign:
			p.explicitAnd(len(operands) == 0)
		default:
			if n := p.unary(depth); n != nil {
				operands = append(operands, n)
			}
		}
	}
}

// stray passes over a closing parenthesis that belongs to nothing in the
// tree.
func (p *parser) stray() {
	if p.ignored > 0 {
		p.ignored--
	} else {
		p.repair(StrayParen, p.tok.start, p.tok.end)
	}
	p.next()
}

// explicitAnd passes over the word AND, which says what standing side by side
// says already.
func (p *parser) explicitAnd(first bool) {
	sign := p.tok
	p.next()
	if first || p.tok.kind == eof || p.tok.kind == closeParen || p.tok.kind == orSign {
		p.repair(LoneOperator, sign.start, sign.end)
	}
}

// unary reads one operand with the minus before it. It returns nil where
// nothing is left after repairs.
func (p *parser) unary(depth int) Node {
	tok := p.tok
	p.next()
	switch tok.kind {
	case minus:
		return p.not(tok, depth)
	case openParen:
		return p.group(tok, depth)
	}
	return tok.node
}

// not reads what a minus excludes.
func (p *parser) not(sign lexeme, depth int) Node {
	switch p.tok.kind {
	case operand, openParen:
		n := p.unary(depth)
		if n == nil {
			return nil
		}
		if inner, twice := n.(Not); twice {
			return inner.Operand
		}
		return Not{n}
	}
	p.repair(LoneOperator, sign.start, sign.end)
	return nil
}

// group reads what stands in parentheses.
func (p *parser) group(open lexeme, depth int) Node {
	if depth == MaxDepth {
		p.ignored++
		p.repair(TooDeep, open.start, open.end)
		return nil
	}
	if p.tok.kind == closeParen {
		p.repair(LoneOperator, open.start, p.tok.end)
		p.next()
		return nil
	}
	n := p.or(depth + 1)
	if p.tok.kind == closeParen {
		p.next()
	} else {
		p.repair(UnclosedParen, open.start, open.end)
	}
	return n
}

// join makes one node of operands, with those of the same kind taken apart:
// an And holds no And, an Or no Or.
func join(operands []Node, wrap func([]Node) Node) Node {
	_, and := wrap(nil).(And)
	var flat []Node
	for _, n := range operands {
		switch n := n.(type) {
		case And:
			if and {
				flat = append(flat, n.Operands...)
				continue
			}
		case Or:
			if !and {
				flat = append(flat, n.Operands...)
				continue
			}
		}
		flat = append(flat, n)
	}
	switch len(flat) {
	case 0:
		return nil
	case 1:
		return flat[0]
	}
	return wrap(flat)
}

// lift takes the fields that the whole query stands under out of the tree:
// those of the outermost And, and those of one name with OR between them.
func lift(root Node) (Node, []Field) {
	if fields := alternatives(root); fields != nil {
		return nil, fields
	}
	and, ok := root.(And)
	if !ok {
		return root, nil
	}
	var rest []Node
	var filters []Field
	for _, n := range and.Operands {
		if fields := alternatives(n); fields != nil {
			filters = append(filters, fields...)
		} else {
			rest = append(rest, n)
		}
	}
	return join(rest, func(ns []Node) Node { return And{ns} }), filters
}

// alternatives gives the fields of n if n is nothing but fields of one name.
func alternatives(n Node) []Field {
	switch n := n.(type) {
	case Field:
		return []Field{n}
	case Or:
		var fields []Field
		for _, o := range n.Operands {
			f, ok := o.(Field)
			if !ok || len(fields) > 0 && f.Name != fields[0].Name {
				return nil
			}
			fields = append(fields, f)
		}
		return fields
	}
	return nil
}
