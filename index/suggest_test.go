package index_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"soi/index"
	"soi/index/schema"
)

func suggest(t testing.TB, ix *index.Index, text string, limit int) []schema.Suggestion {
	t.Helper()
	found, err := ix.Suggest(context.Background(), text, limit)
	if err != nil {
		t.Fatalf("suggest %q: %v", text, err)
	}
	return found
}

// A query typed half is completed to what the collection has, with its marks.
func TestSuggest(t *testing.T) {
	ix := samples(t)
	for _, tt := range []struct {
		typed string
		kind  schema.SuggestionKind
		value string // of a suggestion that must be there
	}{
		{"tu so", schema.SuggestPhrase, "tự soi, tự sửa"},
		{"tự so", schema.SuggestPhrase, "tự soi, tự sửa"},
		{"tuwj so", schema.SuggestPhrase, "tự soi, tự sửa"},                   // raw Telex keys
		{"kiểm điểm tu so", schema.SuggestPhrase, "kiểm điểm tự soi, tự sửa"}, // behind other words
		{`"tu so`, schema.SuggestPhrase, `"tự soi, tự sửa"`},
		{"-tu so", schema.SuggestPhrase, "-tự soi, tự sửa"},
		{`tỉnh:"Bắc Giang" tu so`, schema.SuggestPhrase, `tỉnh:"Bắc Giang" tự soi, tự sửa`},
		{"bac gi", schema.SuggestPlace, `tỉnh:"Bắc Giang"`},
		{"tinh:bac", schema.SuggestPlace, `tỉnh:"Bắc Giang"`},
		{"thang binh", schema.SuggestPlace, `"Thăng Bình" tỉnh:"Quảng Nam"`},
		{"huyen thang b", schema.SuggestPlace, `"Thăng Bình" tỉnh:"Quảng Nam"`},
		{"21-kl", schema.SuggestDirective, "mã:21-KL/TW@XIII"},
		{"ket luan 21", schema.SuggestDirective, "mã:21-KL/TW@XIII"},
		{"kết luận số 21", schema.SuggestDirective, "mã:21-KL/TW@XIII"},
		{"tự soi mã:21", schema.SuggestDirective, "tự soi mã:21-KL/TW@XIII"},
		{"xa dai ho", schema.SuggestTitle, "Xã Đại Hồng: Kết quả 18 tháng triển khai kế hoạch tự soi, tự sửa"},
	} {
		found := suggest(t, ix, tt.typed, 0)
		at := slices.IndexFunc(found, func(s schema.Suggestion) bool { return s.Kind == tt.kind && s.Value == tt.value })
		if at < 0 {
			t.Errorf("%q: no %s %q among %q", tt.typed, tt.kind, tt.value, values(found))
		}
		if len(found) > index.DefaultSuggestions {
			t.Errorf("%q has %d suggestions", tt.typed, len(found))
		}
	}
	for _, typed := range []string{"", " ", "không có gì ở đây cả xyz", "!", "\xff\xfe", `"`, "-", strings.Repeat("tự ", 3000)} {
		if found := suggest(t, ix, typed, 0); len(found) > 0 {
			t.Errorf("%.40q is completed to %q", typed, values(found))
		}
	}
}

func values(found []schema.Suggestion) []string {
	var all []string
	for _, s := range found {
		all = append(all, s.Value)
	}
	return all
}

// What a suggestion stands for is found: the count of a province, or of a
// directive of a known term, is the total of its query.
func TestSuggestionsFind(t *testing.T) {
	ix := samples(t)
	for _, typed := range []string{"ket luan", "nghi q", "bac", "tu so", "quy d", "xa", "ban thuong"} {
		for _, s := range suggest(t, ix, typed, index.MaxSuggestions) {
			total := search(t, ix, schema.Request{Query: s.Value, Literal: true}).Total
			if total == 0 || s.Count > total {
				t.Errorf("%q: %q counts %d, its query finds %d", typed, s.Value, s.Count, total)
			}
			exact := strings.Contains(s.Value, "@X") || s.Kind == schema.SuggestPlace && strings.HasPrefix(s.Value, "tỉnh:")
			if exact && s.Count != total {
				t.Errorf("%q: %q counts %d, its query finds %d", typed, s.Value, s.Count, total)
			}
		}
	}
}

func TestSuggestLimits(t *testing.T) {
	ix := samples(t)
	for limit := 1; limit <= index.MaxSuggestions; limit++ {
		if found := suggest(t, ix, "k", limit); len(found) > limit {
			t.Errorf("%d suggestions, want at most %d", len(found), limit)
		}
	}
	for _, limit := range []int{-1, index.MaxSuggestions + 1} {
		if _, err := ix.Suggest(context.Background(), "k", limit); err == nil {
			t.Errorf("limit %d is no error", limit)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := ix.Suggest(ctx, "ket", 0); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end of the context: %v", err)
	}
}

// An empty collection has nothing to suggest.
func TestSuggestNothing(t *testing.T) {
	if found := suggest(t, corpus(t), "tu", 0); len(found) > 0 {
		t.Errorf("an empty index suggests %q", values(found))
	}
}
