package index_test

import (
	"testing"

	"soi/index/schema"
)

// A question put as to a person, and a long query with a phrase, are matched
// by any of their words; the phrase stands where it can.
func TestQuestions(t *testing.T) {
	ix := rulesCorpus(t)
	for _, tt := range []struct{ query, want, notes string }{
		{"ai giám sát covid", "b d", "any_word"},
		{"ai sát covid", "", ""}, // too short for a question
		{"giám covid?", "b d", "any_word"},
		{"AI kiểm điểm đảng viên", "a", "relaxed 1"}, // an abbreviation
		{`"biểu dương" chi bộ đảng viên sát gương`, "a c", "any_word"},
		{`giám sát "dương biểu"?`, "a b c", "any_word"}, // nowhere side by side
	} {
		r := search(t, ix, schema.Request{Query: tt.query})
		if found(r) != tt.want || notes(r) != tt.notes {
			t.Errorf("%s finds %s with notes %q, want %s, %q", tt.query, found(r), notes(r), tt.want, tt.notes)
		}
	}
}
