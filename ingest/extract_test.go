package ingest

import (
	"slices"
	"strings"
	"testing"

	"soi/index/schema"
)

func TestKind(t *testing.T) {
	for _, tt := range []struct {
		title, text string
		want        schema.Kind
		rule        schema.Rule
	}{
		{"Báo cáo sơ kết hai năm thực hiện Kết luận 21", "", schema.KindReport, schema.RuleTitle},
		{"BÁO CÁO: kết quả công tác", "", schema.KindReport, schema.RuleTitle},
		{"Báo cáo viên giỏi cấp tỉnh", "", schema.KindNews, schema.RuleTitle}, // speakers
		{"Báo cáo-viên", "", schema.KindNews, schema.RuleTitle},
		{"Tỉnh ủy báo cáo Trung ương", "", schema.KindNews, schema.RuleTitle},
		{"", "ĐẢNG BỘ TỈNH A\nSố 105-BC/TU\nĐẢNG CỘNG SẢN VIỆT NAM", schema.KindReport, schema.RuleOwnNumber},
		{"", "ĐẢNG BỘ TỈNH A\nSố 105\nBÁO CÁO\nvề công tác", schema.KindReport, schema.RuleFirstLine},
		{"", "TỈNH ỦY A\n*\nSố: 107-KH/TU\nKẾ HOẠCH", schema.KindDocument, schema.RuleOwnNumber},
		// With characters that are wide, or are not seen.
		{"", "TỈNH ỦY A\nSố:\u00a0105-BC/TU\n", schema.KindReport, schema.RuleOwnNumber},
		{"", "TỈNH ỦY A\n\u200bSố:\u2002105-\u00adBC/TU\u200b\n", schema.KindReport, schema.RuleOwnNumber},
		{"", "TỈNH ỦY A\nSố：１０５－ＢＣ/ＴＵ\n", schema.KindReport, schema.RuleOwnNumber},
		{"", "Ủy ban nhân dân\nSố 12/QĐ-UBND\nQUYẾT ĐỊNH", schema.KindDocument, schema.RuleOwnNumber},
		{"", "Số 37 và những điều khác\nĐoạn văn.", schema.KindNews, schema.RuleTitle},
		{"", strings.Repeat("Đoạn văn.\n", 20) + "Số: 107-KH/TU", schema.KindNews, schema.RuleTitle}, // far below
	} {
		d := &schema.Document{Text: tt.title + "\n" + tt.text, Title: schema.Span{End: len(tt.title)}}
		setKind(d)
		if e := d.Evidence[schema.FieldKind]; d.Kind != tt.want || e.Rule != tt.rule {
			t.Errorf("%q, %q: kind %s by %s, want %s by %s", tt.title, tt.text, d.Kind, e.Rule, tt.want, tt.rule)
		}
	}
}

// Given values are left alone.
func TestExtractKeepsGiven(t *testing.T) {
	const title = "Bắc Giang: báo cáo sơ kết"
	d := &schema.Document{
		Text: title + "\nThứ hai, 13/11/2023 20:21\nĐảng bộ tỉnh Bắc Giang đã học tập Kết luận số 21-KL/TW.",
		URL:  "https://WWW.Example.vn:8080/a", Kind: schema.KindOther, Level: schema.LevelOther,
		Province: "Hà Nội", Published: "2020-01-02", Year: 2020,
	}
	Extract(d)
	if d.Kind != schema.KindOther || d.Level != schema.LevelOther || d.Province != "Hà Nội" || d.Published != "2020-01-02" {
		t.Errorf("given values became %s, %s, %s, %s", d.Kind, d.Level, d.Province, d.Published)
	}
	if d.Site != "example.vn" || d.TitleText() != title || len(d.References) != 1 {
		t.Errorf("site %q, title %q, references %v", d.Site, d.TitleText(), d.References)
	}
	checkSpans(t, d)
}

// Nothing that a text holds makes extraction fail.
func TestExtractHostile(t *testing.T) {
	for _, text := range []string{
		"", "\n\n\n", "Số", "Số:", "\ufffd\ufffd", strings.Repeat("\n", 1000), strings.Repeat("Số 1-KL/TW ", 2000),
		strings.Repeat("Báo cáo ", 3000), strings.Repeat("(", 5000), strings.Repeat("1/", 5000),
	} {
		d := &schema.Document{Text: text}
		Extract(d)
		checkSpans(t, d)
	}
}

func TestCommon(t *testing.T) {
	span := func(pairs ...int) (spans []schema.Span) {
		for i := 0; i < len(pairs); i += 2 {
			spans = append(spans, schema.Span{Start: pairs[i], End: pairs[i+1]})
		}
		return spans
	}
	got := common(span(0, 10, 20, 30, 40, 50), span(5, 8, 9, 25, 30, 40, 45, 60))
	if want := span(5, 8, 9, 10, 20, 25, 45, 50); !slices.Equal(got, want) {
		t.Errorf("common = %v, want %v", got, want)
	}
	if got, want := without(span(0, 10, 20, 30), schema.Span{Start: 5, End: 22}), span(0, 5, 22, 30); !slices.Equal(got, want) {
		t.Errorf("without = %v, want %v", got, want)
	}
}
