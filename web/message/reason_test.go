package message

import (
	"strings"
	"testing"

	"soi/index/schema"
)

func TestReason(t *testing.T) {
	for _, tt := range []struct {
		r      schema.Reason
		vi, en string
	}{
		{schema.Reason{Kind: schema.ReasonTitle, Args: []string{"tự", "soi"}}, "trong tiêu đề có “tự”, “soi”", "its title has “tự”, “soi”"},
		{schema.Reason{Kind: schema.ReasonUnmarked, Args: []string{"tự", "tu"}}, "khớp không dấu: gõ “tự”, bài viết “tu”", "written without marks: “tu” for “tự”"},
		{schema.Reason{Kind: schema.ReasonFormer, Args: []string{"Quảng Nam", "Đà Nẵng"}}, "tên cũ: Quảng Nam nay thuộc Đà Nẵng", "a former name: Quảng Nam is now part of Đà Nẵng"},
		{schema.Reason{Kind: "unheard", Args: []string{"x"}}, "unheard", "unheard"},
	} {
		if got := NewPrinter(Vietnamese).Reason(tt.r); got != tt.vi {
			t.Errorf("%v: %s, want %s", tt.r, got, tt.vi)
		}
		if got := NewPrinter(English).Reason(tt.r); got != tt.en {
			t.Errorf("%v: %s, want %s", tt.r, got, tt.en)
		}
	}
}

// Every reason has its sentence, even without what it tells.
func TestEveryReason(t *testing.T) {
	for name, kind := range constants(t, "../../index/schema", "ReasonKind") {
		for _, lang := range Langs {
			got := NewPrinter(lang).Reason(schema.Reason{Kind: schema.ReasonKind(kind)})
			if !Has(keyOf("reason.", schema.ReasonKind(kind))) || strings.Contains(got, "%!") {
				t.Errorf("%s in %s: %q", name, lang, got)
			}
		}
	}
}
