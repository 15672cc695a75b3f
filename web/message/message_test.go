package message

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"soi/index/schema"
)

// constants returns the string constants that the Go files of a folder
// declare with the type typeName, by name.
func constants(t *testing.T, dir, typeName string) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, src, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			if of, ok := spec.Type.(*ast.Ident); ok && of.Name == typeName {
				for i, value := range spec.Values {
					if lit, ok := value.(*ast.BasicLit); ok {
						text, err := strconv.Unquote(lit.Value)
						if err != nil {
							t.Fatal(err)
						}
						found[spec.Names[i].Name] = text
					}
				}
			}
			return true
		})
	}
	if len(found) == 0 {
		t.Fatalf("no constants of type %s in %s", typeName, dir)
	}
	return found
}

func TestEveryConstantHasAMessage(t *testing.T) {
	for _, tt := range []struct{ dir, typeName, prefix string }{
		{".", "Key", ""},
		{"../../index/schema", "NoteKind", "note."},
		{"../../index/schema", "Rule", "rule."},
		{"../../index/schema", "Level", "level."},
		{"../../index/schema", "Kind", "kind."},
		{"../../index/schema", "Field", "field."},
		{"../../index/schema", "Sort", "sort."},
		{"../../index/schema", "RefKind", "ref."},
		{"../../index/schema", "AcronymKind", "acronym."},
		{"../../index/schema", "RelationKind", "relation."},
		{"../../index/schema", "End", "end."},
		{"../../index/query", "RepairKind", "repair."},
		{"../../analyzer/legacy", "Encoding", "encoding."},
	} {
		for name, value := range constants(t, tt.dir, tt.typeName) {
			if !Has(Key(tt.prefix + value)) {
				t.Errorf("%s.%s has no message %s%s", tt.dir, name, tt.prefix, value)
			}
		}
	}
}

func TestEveryMessageHasBothLanguages(t *testing.T) {
	for key, e := range catalogue {
		for _, text := range []string{e.vi, e.en} {
			switch {
			case strings.TrimSpace(text) == "":
				t.Errorf("%s lacks a language: %+v", key, e)
			case !norm.NFC.IsNormalString(text):
				t.Errorf("%s is not NFC: %q", key, text)
			}
		}
		if got, want := verbs(e.en), verbs(e.vi); got != want {
			t.Errorf("%s takes %q in English, %q in Vietnamese", key, got, want)
		}
		if strings.Contains(e.vi, "%d") && e.en == e.vi && key != MatchPosition {
			t.Errorf("%s is not translated: %q", key, e.en)
		}
	}
}

// verbs are the verbs of a format, in the order of the arguments they take.
func verbs(format string) string {
	var plain, numbered []string
	for _, part := range strings.Split(format, "%")[1:] {
		switch {
		case strings.HasPrefix(part, "["):
			numbered = append(numbered, part[1:2]+part[3:4])
		case part != "":
			plain = append(plain, part[:1])
		}
	}
	for i := range numbered { // few: sorted by plain insertion
		for j := i; j > 0 && numbered[j] < numbered[j-1]; j-- {
			numbered[j], numbered[j-1] = numbered[j-1], numbered[j]
		}
	}
	return strings.Join(plain, "") + strings.Join(numbered, " ")
}

func TestText(t *testing.T) {
	for _, tt := range []struct {
		lang Lang
		key  Key
		args []any
		want string
	}{
		{Vietnamese, Documents, []any{1}, "1 tài liệu"},
		{Vietnamese, Documents, []any{1937}, "1.937 tài liệu"},
		{English, Documents, []any{0}, "0 documents"},
		{English, Documents, []any{1}, "1 document"},
		{English, Documents, []any{1937}, "1,937 documents"},
		{English, ResultsFor, []any{1, "tự soi"}, "1 document matches “tự soi”"},
		{English, ResultsFor, []any{21, "100%d"}, "21 documents match “100%d”"}, // what is typed is no format
		{Vietnamese, HomeYears, []any{"2021", "2026"}, "từ 2021 đến 2026"},
		{Vietnamese, IndexCut, []any{1, 200_000}, "Có 1 tài liệu có hơn 200.000 từ khác nhau: mỗi tài liệu chỉ tìm được theo 200.000 từ khác nhau đầu tiên; hãy tách thành nhiều tệp nếu muốn tìm theo tất cả."},
		{English, IndexDone, []any{1, 0, 0, 2, 3}, "Added 1, updated 0, removed 0, unchanged 2; the index holds 3 documents."},
		{English, IndexDone, []any{2, 0, 0, 0, 1}, "Added 2, updated 0, removed 0, unchanged 0; the index holds 1 document."},
		{"fr", SearchButton, nil, "Tìm"}, // not spoken: Vietnamese
		{English, "no.such", nil, "no.such"},
	} {
		if got := NewPrinter(tt.lang).Text(tt.key, tt.args...); got != tt.want {
			t.Errorf("%s %s%v = %q, want %q", tt.lang, tt.key, tt.args, got, tt.want)
		}
	}
}

func TestAccepted(t *testing.T) {
	for _, tt := range []struct {
		header string
		want   Lang
	}{
		{"", Vietnamese},
		{"vi-VN,vi;q=0.9,en;q=0.8", Vietnamese},
		{"en-GB,en;q=0.9", English},
		{"en;q=0.5, vi;q=0.9", Vietnamese}, // weights count, not places
		{"fr-FR,fr;q=0.9", Vietnamese},     // neither is spoken
		{"fr, en;q=0.3", English},
		{"*", Vietnamese},
		{"\x00;;;=", Vietnamese},
		{strings.Repeat("en,", 1<<16), Vietnamese}, // longer than any browser's
	} {
		if got := Accepted(tt.header); got != tt.want {
			t.Errorf("Accepted(%.40q) = %s, want %s", tt.header, got, tt.want)
		}
	}
}

func TestDate(t *testing.T) {
	for _, tt := range []struct{ iso, vi, en string }{
		{"2021-10-25", "25/10/2021", "25 October 2021"},
		{"2022-03-04", "04/03/2022", "4 March 2022"},
		{"2021-10", "10/2021", "October 2021"},
		{"2021", "2021", "2021"},
		{"", "", ""},
		{"2021-02-30", "2021-02-30", "2021-02-30"}, // no such day
	} {
		if got := NewPrinter(Vietnamese).Date(tt.iso); got != tt.vi {
			t.Errorf("Date(%q) = %q in Vietnamese, want %q", tt.iso, got, tt.vi)
		}
		if got := NewPrinter(English).Date(tt.iso); got != tt.en {
			t.Errorf("Date(%q) = %q in English, want %q", tt.iso, got, tt.en)
		}
	}
}

func TestPercent(t *testing.T) {
	for _, tt := range []struct {
		share float64
		want  string
	}{
		{0, "0%"}, {0.955, "96%"}, {0.999, "99%"}, {1, "100%"}, {7, "100%"}, {-1, "0%"},
	} {
		if got := NewPrinter(Vietnamese).Percent(tt.share); got != tt.want {
			t.Errorf("Percent(%v) = %q, want %q", tt.share, got, tt.want)
		}
	}
}

func TestNote(t *testing.T) {
	note := func(kind schema.NoteKind, args ...string) schema.Note {
		return schema.Note{Kind: kind, Args: args}
	}
	for _, tt := range []struct {
		note   schema.Note
		vi, en string
	}{
		{note(schema.NoteRestored, "tư soi", "tự soi", schema.TypedShapes), "“tư soi” gõ thiếu dấu; trước hết hiểu là “tự soi”.", "“tư soi” was typed without all marks; first read as “tự soi”."},
		{note(schema.NoteRestored, "tu soi", "tự soi"), "“tu soi” gõ không dấu; trước hết hiểu là “tự soi”.", "“tu soi” was typed without marks; first read as “tự soi”."},
		{note(schema.NoteFilterMended, "năm:2023..2021", "năm:2021..2023"), "Điều kiện “năm:2023..2021” được hiểu là “năm:2021..2023”.", "The filter “năm:2023..2021” was taken as “năm:2021..2023”."},
		{note(schema.NoteFilterDropped, "mã:xyz", "directive", "xyz"), "Bỏ qua điều kiện “mã:xyz”. Văn bản chỉ đạo: không có giá trị nào là “xyz”. Viết số hiệu như 21-KL/TW, hoặc kèm khóa: 21-KL/TW@XIII.",
			"The filter “mã:xyz” was left out. Directive: there is no value “xyz”. Write the code as 21-KL/TW, or with its term: 21-KL/TW@XIII."},
		{note(schema.NoteRelaxed, "1"), "Không tài liệu nào có đủ các từ; mỗi kết quả thiếu nhiều nhất 1 từ.", "No document has all the words; each result lacks at most one of them."},
		{note(schema.NoteRelaxed, "2"), "Không tài liệu nào có đủ các từ; mỗi kết quả thiếu nhiều nhất 2 từ.", "No document has all the words; each result lacks at most 2 of them."},
		{note(schema.NoteTooLong, "128", "10000"), "Câu tìm có 10.000 từ; chỉ 128 từ đầu được dùng.", "The query has 10,000 words; only the first 128 were used."},
		{note(schema.NoteIdentities, "21-kl/tw", "21-KL/TW@XIII", "21-KL/TW@XI"), "“21-kl/tw” có thể là: 21-KL/TW (XIII); 21-KL/TW (XI).", "“21-kl/tw” can be: 21-KL/TW (XIII); 21-KL/TW (XI)."},
		{note(schema.NoteIdentities, "21", "21-KL/TW@", "21-KL/TW@XI"), "“21” có thể là: 21-KL/TW (chưa rõ khóa); 21-KL/TW (XI).", "“21” can be: 21-KL/TW (term unknown); 21-KL/TW (XI)."},
		{note(schema.NoteSyntax, "lone_operator", "7", "OR"), "Bỏ qua “OR” vì không có gì để áp dụng.", "“OR” was left out: it has nothing to work on."},
		{note(schema.NoteSyntax, "stray_paren", "7", ")"), "Bỏ qua một dấu đóng ngoặc thừa.", "A closing parenthesis too many was left out."},
		{note(schema.NoteSyntax, "new", "7", "~"), "Đã sửa câu tìm ở chỗ “~”.", "The query was mended at “~”."},
		{note(schema.NoteMerged, "Bắc Giang", "Bắc Ninh"), "Bắc Giang nay thuộc Bắc Ninh.", "Bắc Giang is now part of Bắc Ninh."},
		{note(schema.NoteAnyWord), "Câu tìm dài: có một số trong các từ cũng được, khớp nhiều nhất đứng đầu.", "A long query: any of its words may match, the best matches first."},
		{note("unheard"), "unheard", "unheard"},
	} {
		if got := NewPrinter(Vietnamese).Note(tt.note); got != tt.vi {
			t.Errorf("%v in Vietnamese:\n got %s\nwant %s", tt.note, got, tt.vi)
		}
		if got := NewPrinter(English).Note(tt.note); got != tt.en {
			t.Errorf("%v in English:\n got %s\nwant %s", tt.note, got, tt.en)
		}
	}
}

// A note that lacks arguments comes from a programming error elsewhere; it
// must still be a sentence and not a formatting error.
func TestNoteWithoutArguments(t *testing.T) {
	for name, kind := range constants(t, "../../index/schema", "NoteKind") {
		for _, lang := range Langs {
			got := NewPrinter(lang).Note(schema.Note{Kind: schema.NoteKind(kind)})
			if got == "" || strings.Contains(got, "%!") || !utf8.ValidString(got) {
				t.Errorf("%s without arguments in %s: %q", name, lang, got)
			}
		}
	}
}

func TestDirective(t *testing.T) {
	for _, tt := range []struct{ identity, want string }{
		{"21-KL/TW@XIII", "21-KL/TW (XIII)"},
		{"21-KL/TW", "21-KL/TW"},
		{"21-KL/TW@", "21-KL/TW (chưa rõ khóa)"},
		{"25-HD/BTCTW@", "25-HD/BTCTW (chưa rõ khóa)"},
		{"107-KH/TU@", "107-KH/TU (chưa rõ nơi, năm)"},
		{"37-QĐ/TW@XIII:quy-dinh", "37-QĐ/TW (XIII, Quy định)"},
		{"37-QĐ/TW@quy-dinh:", "37-QĐ/TW (Quy định, chưa rõ hơn)"},
		{"107-KH/TU@quang-nam:XXII", "107-KH/TU (Quảng Nam, XXII)"},
		{"12/QĐ-UBND@quang-nam:2021", "12/QĐ-UBND (Quảng Nam, 2021)"},
		{"64-KH/HU@quang-nam/tien-phuoc", "64-KH/HU (Tiên Phước, Quảng Nam)"},
		{"40-CV/ĐU@quang-nam/dai-loc/dai-hong", "40-CV/ĐU (Đại Hồng, Quảng Nam)"},
		{"1-KH/ĐU@quang-nam/no-such", "1-KH/ĐU (no such, Quảng Nam)"},
		{"5-KH/ĐU@da-nang/-/tien-phuoc", "5-KH/ĐU (Tiên Phước, Đà Nẵng)"},
		{"12/QĐ-UBND@quang-nam/-:2023", "12/QĐ-UBND (chưa rõ nơi, Quảng Nam, 2023)"},
		{"12/QĐ-UBND@quang-nam/tien-phuoc/-:2023", "12/QĐ-UBND (chưa rõ nơi, Tiên Phước, Quảng Nam, 2023)"},
		{"12-KH/ĐU@-/-/tan-lap", "12-KH/ĐU (tan lap, chưa rõ nơi)"},
		{"1-KH/ĐU@no-such/place", "1-KH/ĐU (no-such/place)"},
		{"", ""}, {"@", ""},
	} {
		if got := NewPrinter(Vietnamese).Directive(tt.identity); got != tt.want {
			t.Errorf("Directive(%q) = %q, want %q", tt.identity, got, tt.want)
		}
	}
}

// A facet's value and a directive are called the same everywhere.
func TestFacetValue(t *testing.T) {
	for _, tt := range []struct {
		field        schema.Field
		value, label string
		vi, en       string
	}{
		{schema.FieldDirective, "21-KL/TW@XIII", "21-KL/TW", "21-KL/TW", "21-KL/TW"},
		{schema.FieldDirective, "21-KL/TW@XIII", "21-KL/TW@XIII", "21-KL/TW (XIII)", "21-KL/TW (XIII)"},
		{schema.FieldDirective, "NQTW4-XII", "NQTW4-XII", "Nghị quyết Trung ương 4 khóa XII", "Central Committee Resolution 4, term XII"},
		{schema.FieldDirective, "KLTW4-XIII", "KLTW4-XIII", "Kết luận Trung ương 4 khóa XIII", "Central Committee Conclusion 4, term XIII"},
		{schema.FieldDirective, "NQTW5", "NQTW5", "Nghị quyết Trung ương 5", "Central Committee Resolution 5"},
		{schema.FieldLevel, "tinh", "tinh", "Cấp tỉnh", "Provincial level"},
		{schema.FieldProvince, "Bắc Giang", "Bắc Giang", "Bắc Giang", "Bắc Giang"},
		{schema.FieldYear, "2022", "", "2022", "2022"},
	} {
		v := schema.FacetValue{Value: tt.value, Label: tt.label}
		if vi, en := NewPrinter(Vietnamese).FacetValue(tt.field, v), NewPrinter(English).FacetValue(tt.field, v); vi != tt.vi || en != tt.en {
			t.Errorf("%s %+v: %q, %q, want %q, %q", tt.field, v, vi, en, tt.vi, tt.en)
		}
	}
}

func TestFilterError(t *testing.T) {
	for _, tt := range []struct {
		err  schema.FilterError
		lang Lang
		want string
	}{
		{schema.FilterError{Field: schema.FieldProvince, Value: "Bac Gian", Near: "Bắc Giang"}, Vietnamese, "Tỉnh, thành phố: không có giá trị nào là “Bac Gian”. Có phải là “Bắc Giang”?"},
		{schema.FilterError{Field: schema.FieldLevel, Value: "quan", Near: "huyen"}, English, "Level: there is no value “quan”. Did you mean “District level”?"},
		{schema.FilterError{Field: schema.FieldYear, Value: "hai nghìn"}, Vietnamese, "Năm: không có giá trị nào là “hai nghìn”. Viết 2022 hoặc 2021..2023."},
		{schema.FilterError{Field: schema.FieldLevel, Value: "làng"}, Vietnamese, "Cấp: không có giá trị nào là “làng”. Các cấp: trung_uong, tinh, huyen, xa, khac."},
		{schema.FilterError{Field: schema.FieldKind, Value: "thơ"}, English, "Kind: there is no value “thơ”. The kinds: bao_cao, tin, van_ban, khac."},
		{schema.FilterError{Field: schema.FieldDirective, Value: "xyz"}, Vietnamese, "Văn bản chỉ đạo: không có giá trị nào là “xyz”. Viết số hiệu như 21-KL/TW, hoặc kèm khóa: 21-KL/TW@XIII."},
	} {
		if got := NewPrinter(tt.lang).FilterError(&tt.err); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}
