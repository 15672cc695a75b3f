package suggest

import (
	"slices"
	"strings"
	"testing"

	"soi/index/schema"
)

func table(entries ...Entry) *Table { return NewTable(entries) }

func entry(kind schema.SuggestionKind, count int, text string, more ...string) Entry {
	return Entry{Suggestion: schema.Suggestion{Text: text, Kind: kind, Count: count}, Names: append(more, text)}
}

func TestFind(t *testing.T) {
	all := table(
		entry(schema.SuggestPhrase, 9, "tự soi, tự sửa"),
		entry(schema.SuggestPhrase, 30, "thực hiện tự phê bình"),
		entry(schema.SuggestPhrase, 20, "tư sản"),
		entry(schema.SuggestPhrase, 50, "nghị quyết"),
		entry(schema.SuggestPhrase, 5, "quy định"),
		entry(schema.SuggestPlace, 4, "Bắc Giang", "tỉnh Bắc Giang"),
		entry(schema.SuggestPlace, 3, "Bạc Liêu"),
		entry(schema.SuggestDirective, 7, "Kết luận 21-KL/TW về xây dựng, chỉnh đốn Đảng", "21-KL/TW"),
	)
	for _, tt := range []struct{ typed, want string }{
		{"tu s", "tư sản; tự soi, tự sửa"},                      // the more documents the further up
		{"tu so", "tự soi, tự sửa"},                             // without marks
		{"tự so", "tự soi, tự sửa"},                             // with
		{"tư s", "tư sản"},                                      // other marks are another word
		{"TỰ  SOI", "tự soi, tự sửa"},                           // capitals and blanks
		{"tư", "tư sản; tự soi, tự sửa; thực hiện tự phê bình"}, // tones are typed last
		{"tư ", "tư sản"},                                       // a finished word
		{"phe b", "thực hiện tự phê bình"},                      // from a word inside on
		{"quy", "nghị quyết; quy định"},                         // quy is spelt qui as a term
		{"quyê", "nghị quyết"},                                  // a shape
		{"bac", "Bắc Giang; Bạc Liêu"},                          // places
		{"tỉnh b", "Bắc Giang"},                                 // with their type
		{"21-k", "Kết luận 21-KL/TW về xây dựng, chỉnh đốn Đảng"},
		{"ket luan 21", "Kết luận 21-KL/TW về xây dựng, chỉnh đốn Đảng"},
		{"chinh don", "Kết luận 21-KL/TW về xây dựng, chỉnh đốn Đảng"},
		{"soi tu", "tự soi, tự sửa"},
		{"su a", ""},
		{"", ""},
		{"–", ""},
		{"\xff", ""},
	} {
		var got []string
		for _, s := range all.Find(NewTyped(tt.typed), 5) {
			got = append(got, s.Text)
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("%q finds %q, want %q", tt.typed, strings.Join(got, "; "), tt.want)
		}
	}
	if got := all.Find(NewTyped("t"), 1); len(got) != 3 { // one of each kind: thực hiện, tỉnh, TW
		t.Errorf("t finds %v", got)
	}
	if got := all.Find(NewTyped("tu soi"), 0); got != nil {
		t.Errorf("no limit finds %v", got)
	}
}

// The place of what was typed in a title decides between titles.
func TestPlace(t *testing.T) {
	for _, tt := range []struct {
		typed, text string
		want        int
	}{
		{"xã đại h", "Xã Đại Hồng: Kết quả", 2},
		{"ket q", "Xã Đại Hồng: Kết quả", 1},
		{"hong ket qua", "Xã Đại Hồng: Kết quả", 1},
		{"xã kết", "Xã Đại Hồng: Kết quả", 0},
		{"hông ket", "Xã Đại Hồng: Kết quả", 0}, // other marks
		{"ket qua ", "Xã Đại Hồng: Kết quả", 1},
		{"ket qua n", "Xã Đại Hồng: Kết quả", 0},
	} {
		if got := NewTyped(tt.typed).Place(tt.text); got != tt.want {
			t.Errorf("%q stands in %q at %d, want %d", tt.typed, tt.text, got, tt.want)
		}
	}
}

func TestWords(t *testing.T) {
	words := NewTyped("Nghị 21-KL quy").Words()
	var got []string
	for _, w := range words {
		got = append(got, w.Exact+"/"+w.Folded+"/"+strings.Join(w.Beginnings, ","))
	}
	if s := strings.Join(got, " "); s != "nghị/nghi/ 21/21/ kl/kl/ qui/qui/qui,quy" {
		t.Errorf("words are %s", s)
	}
}

// A phrase is found by its key as it is by its text.
func TestKeys(t *testing.T) {
	s := NewSample()
	for range 2 {
		s.Add([]string{"Tự soi, tự sửa. Kỹ năng hoà giải. Ban Thường vụ Huyện ủy. Y tế; quyết định. Quý vị, ĐẠI BIỂU. Thuỷ lợi Đắk Lắk."})
	}
	phrases := s.Phrases()
	if len(phrases) < 5 {
		t.Fatalf("phrases %v", phrases)
	}
	var named, keyed []Entry
	for _, p := range phrases {
		named = append(named, Entry{Names: []string{p.Text}})
		keyed = append(keyed, Entry{Keys: []string{p.Key}})
	}
	if a, b := NewTable(named), NewTable(keyed); !slices.Equal(a.names, b.names) || !slices.Equal(a.starts, b.starts) {
		t.Errorf("by text %v, by key %v", a.starts, b.starts)
	}
}
