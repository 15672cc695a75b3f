package cite

import (
	"strconv"
	"strings"
)

// reference gives the code its canonical form. typeName is the type as the
// word before the code names it, or "".
func (c *code) reference(text string, start int, typeName string) Reference {
	t := c.directiveType(text, typeName)
	r := Reference{
		Start: start, End: c.end, Raw: text[start:c.end],
		Code: c.canonical(t.abbr), Type: t.name, Abbr: t.abbr,
		Number: displayNumber(c.number), Issuer: c.parts[0].canon,
		Kind: KindCode, Confidence: c.confidence(),
	}
	r.Key = Key(r.Code)
	r.Year, _ = strconv.Atoi(c.year)
	return r
}

// canonical writes the code as the rules of its issuer want it.
func (c *code) canonical(abbr string) string {
	var b strings.Builder
	b.WriteString(displayNumber(c.number))
	first, last := "/", "-"
	switch c.form {
	case formParty:
		first, last = "-", "/"
	case formWritten, formOld:
		if !c.slashFirst {
			first = "-"
		}
		if c.slashLast {
			last = "/"
		}
	}
	b.WriteString(first)
	if c.year != "" {
		b.WriteString(c.year + "/")
	}
	if len(c.types) > 0 {
		b.WriteString(abbr + last)
	}
	for i, part := range c.parts {
		if i > 0 {
			b.WriteByte('-')
		}
		b.WriteString(part.canon)
	}
	return b.String()
}

// directiveType chooses among the types of one abbreviation: by the word in
// front, else by the side that the issuer is on and by the accents, else the
// first of the table.
func (c *code) directiveType(text, typeName string) directiveType {
	switch c.form {
	case formLaw, formOld:
		return directiveType{name: typeName}
	case formLetter:
		if typeName == "" && (c.parts[0].known || department(c.parts[0].canon)) {
			typeName = "Công văn"
		}
		return directiveType{name: typeName}
	}
	for _, t := range c.types {
		if typeName != "" && strings.HasPrefix(typeName, t.name) {
			t.name = typeName // also "Chương trình hành động" of CTr
			return t
		}
	}
	written := respell(text[c.typeWord.start:c.typeWord.end])
	best, bestScore := c.types[0], -1
	for _, t := range c.types {
		score := 0
		if c.form == formParty && t.party || c.form != formParty && t.state {
			score += 2
		}
		if strings.EqualFold(t.abbr, written) {
			score++
		}
		if score > bestScore {
			best, bestScore = t, score
		}
	}
	if typeName == "Công văn" {
		best.name = typeName // 123/CT-TTHT is a letter of a Cục Thuế
	}
	return best
}

// department reports whether an abbreviation is a province's department's:
// they begin with S for Sở.
func department(abbr string) bool { return len(abbr) >= 3 && abbr[0] == 'S' }

// confidence says how sure the code is, by the weakest thing about it.
func (c *code) confidence() float64 {
	conf := confKnown
	for _, part := range c.parts[:1] {
		if !part.known {
			conf = confUnknown
		}
	}
	if c.lower {
		conf = min(conf, confLower)
	}
	if c.repaired() {
		conf = min(conf, confRepaired)
	}
	if c.form == formLetter {
		conf = min(conf, confLetter)
	}
	return conf
}

// repaired reports whether the canonical form has other separators than the
// code as written.
func (c *code) repaired() bool {
	if c.stray {
		return true
	}
	switch c.form {
	case formParty:
		return c.scanned || c.incomplete || c.noDash || c.slashFirst || !c.slashLast
	case formState:
		return c.scanned || c.incomplete || c.noDash || !c.slashFirst || c.slashLast || c.dashYear
	}
	return false
}
