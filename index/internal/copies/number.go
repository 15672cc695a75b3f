package copies

import (
	"strconv"
	"strings"

	"soi/analyzer/token"
)

// digits are the words that count, with what they are in digits. Terms are
// as viet.Exact spells them: "quí", "kì", "tỉ". Those of more than one sense
// have rules of their own; see reader.number and ambiguous.
var digits = map[string]string{
	"hai": "2", "ba": "3", "bốn": "4", "lăm": "5", "sáu": "6", "bảy": "7", "bẩy": "7", "tám": "8", "chín": "9", "mười": "10",
	"mươi": "0", "chục": "0", "trăm": "100", "nghìn": "1000", "ngàn": "1000", "triệu": "1000000", "rưỡi": "1/2", "nửa": "1/2",
}

// numbered are the words that a Roman numeral or "tư" counts when it stands
// behind them: quý I, khóa XIII, lần thứ tư.
var numbered = map[string]bool{
	"quí": true, "kì": true, "khóa": true, "đợt": true, "lần": true, "thứ": true, "tháng": true, "đoạn": true, "bước": true,
}

// parts and wholes are the words of a part of a time: đầu năm, cuối nhiệm kỳ.
var (
	parts  = map[string]bool{"đầu": true, "giữa": true, "cuối": true}
	wholes = map[string]bool{"năm": true, "quí": true, "tháng": true, "tuần": true, "kì": true, "nhiệm": true, "khóa": true}
)

// negations make the opposite of a clause.
var negations = map[string]bool{"không": true, "chưa": true, "chẳng": true}

// ambiguous are words that change what a clause says where one takes the place
// of another: "một" is mostly an article and "năm" a year, and "đã" comes and
// goes without a change of sense.
var ambiguous = map[string]bool{
	"một": true, "năm": true, "đã": true, "đang": true, "sẽ": true, "tăng": true, "giảm": true, "trên": true, "dưới": true,
}

// inDigits gives what a word counts, in digits, by the word before it; ""
// nothing.
func inDigits(before, term string) string {
	switch {
	case term == "tư" && (numbered[before] || before == "mươi"):
		return "4"
	case term == "tỉ" && digits[before] != "": // not tỷ lệ
		return "1000000000"
	case digits[term] != "":
		return digits[term]
	case numbered[before]:
		return roman(term)
	}
	return ""
}

// roman gives a Roman numeral up to XXXIX in digits, "" if term is none.
func roman(term string) string {
	n := 0
	for term != "" && term[0] == 'x' && n < 30 {
		term, n = term[1:], n+10
	}
	for i, ones := range [...]string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"} {
		if term == ones && n+i > 0 {
			return strconv.Itoa(n + i)
		}
	}
	return ""
}

// takeFacts adds to the clause what a word states.
func (r *reader) takeFacts(before string, w token.Token, h uint64) {
	c := &r.clause
	number := inDigits(before, w.Term)
	switch {
	case w.Kind == token.Number || w.Kind == token.Code:
		c.fact(h)
	case w.Kind == token.Date:
		c.facts = append(c.facts, dateFacts(w.Term)...) // not decisive: one text's "sáng nay" is another's "sáng 13/6"
	case w.Kind == token.Joined && numbered[before]: // quý IV-2022
		numeral, _, _ := strings.Cut(w.Term, "-")
		if n := roman(numeral); n != "" {
			c.fact(hash(n))
		}
	case number != "":
		c.fact(hash(number))
	case negations[w.Term]:
		c.decisive = append(c.decisive, h)
	case parts[before] && wholes[w.Term]:
		c.decisive = append(c.decisive, name(hash(before), h))
	case ambiguous[w.Term]:
		c.ambiguous = append(c.ambiguous, h)
	}
}

// fact adds a number or a code.
func (c *clause) fact(f uint64) {
	c.facts = append(c.facts, f)
	c.decisive = append(c.decisive, f)
}
