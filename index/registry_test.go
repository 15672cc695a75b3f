package index_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"soi/index"
	"soi/index/schema"
)

// report makes a document whose text is read as ingest would: each reference
// and relation is named by the words it stands in.
func report(id, province, published string, sentences ...string) *schema.Document {
	d := text(id, "Báo cáo "+id, strings.Join(sentences, "\n"))
	d.Province, d.ProvinceNow, d.Published = province, province, published
	if published != "" {
		fmt.Sscanf(published, "%d", &d.Year)
	}
	return d
}

// cites adds a reference where raw first stands in d.
func cites(d *schema.Document, raw string, r schema.Reference) *schema.Document {
	r.Start = strings.Index(d.Text, raw)
	r.End, r.Raw = r.Start+len(raw), raw
	if r.Confidence == 0 {
		r.Confidence = 0.97
	}
	if r.Code == "" {
		r.Code, _, _ = strings.Cut(r.Identity, "@")
	}
	d.References = append(d.References, r)
	return d
}

// ties makes d say, in one sentence, that from does something to to; without
// from it is the document itself that does.
func ties(d *schema.Document, kind schema.RelationKind, from, to schema.Reference) *schema.Document {
	say := func(r schema.Reference) schema.Span {
		code, _, _ := strings.Cut(r.Identity, "@")
		start := len(d.Text)
		d.Text += code
		r.Start, r.End, r.Code = start, len(d.Text), code
		if r.Confidence == 0 {
			r.Confidence = 0.97
		}
		if strings.HasSuffix(r.Identity, "/?") {
			r.Identity = "" // as ingest leaves it
		}
		d.References = append(d.References, r)
		return r.Span()
	}
	d.Text += "\nSau đó, "
	at := schema.Span{Start: -1}
	if from.Identity != "" {
		at = say(from)
		d.Text += " về thực hiện "
	}
	to0 := say(to)
	if at.Start < 0 {
		at = to0
	}
	d.Text += " tại địa phương. Câu khác"
	d.Body[0].End = len(d.Text)
	d.Relations = append(d.Relations, schema.Relation{
		Kind: kind, From: from.Identity, To: to.Identity, Evidence: schema.Span{Start: at.Start, End: to0.End}, Confidence: 0.9,
	})
	return d
}

func named(identity string) schema.Reference { return schema.Reference{Identity: identity} }

func directive(t *testing.T, ix *index.Index, code string) schema.DirectiveDetail {
	t.Helper()
	d, err := ix.Directive(context.Background(), code)
	if err != nil {
		t.Fatalf("Directive(%q): %v", code, err)
	}
	return d
}

// The values of a directive are those that most documents give, and what
// others give is listed.
func TestAgreement(t *testing.T) {
	conclusion := func(date, issuer, title string) schema.Reference {
		return schema.Reference{Identity: "21-KL/TW@XIII", Type: "Kết luận", Date: date, Issuer: issuer, Title: title, Term: "XIII"}
	}
	var docs []*schema.Document
	for i, r := range []schema.Reference{
		conclusion("2021-10-25", "BCH Trung ương", "về xây dựng, chỉnh đốn Đảng"),
		conclusion("2021-10-25", "Ban Chấp hành Trung ương", "về xây dựng, chỉnh đốn Đảng và hệ thống"),
		conclusion("2021-10-25", "Ban Chấp hành Trung ương Đảng", "về xây dựng, chỉnh đốn Đảng và chính quyền"),
		conclusion("2021-10-26", "Ban Bí thư", "về tiếp tục thực hiện Chỉ thị 05-CT/TW"),
		conclusion("", "", ""),
	} {
		docs = append(docs, cites(report(fmt.Sprint("d", i), "", "", "Theo 21-KL/TW."), "21-KL/TW", r))
	}
	d := directive(t, corpus(t, docs...), "21-kl/tw").Directive
	got := fmt.Sprintf("%s %s %s %v; %s %v; %s %v; %s %d", d.Type, d.Code, d.Date, d.Dates, d.Issuer, d.Issuers, d.Title, d.Titles, d.Level, d.Documents)
	want := "Kết luận 21-KL/TW 2021-10-25 [{2021-10-25 3} {2021-10-26 1}]; " +
		"Ban Chấp hành Trung ương Đảng [{Ban Chấp hành Trung ương Đảng 3} {Ban Bí thư 1}]; " +
		"về xây dựng, chỉnh đốn Đảng [{về xây dựng, chỉnh đốn Đảng 3} {về tiếp tục thực hiện Chỉ thị 05-CT/TW 1}]; trung_uong 5"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// A mention in the noise of a page is none of the document's.
func TestRegistryLeavesOutNoise(t *testing.T) {
	d := cites(report("a", "", "", "Theo 05-CT/TW."), "05-CT/TW", named("05-CT/TW@XII"))
	d.Text += "\nTin liên quan: 21-KL/TW"
	cites(d, "21-KL/TW", named("21-KL/TW@XIII"))
	list, err := corpus(t, d).Directives(context.Background())
	if err != nil || len(list) != 1 || list[0].Identity != "05-CT/TW@XII" {
		t.Errorf("directives %v, %v; want the one in the body", list, err)
	}
}

func TestDirectiveByCode(t *testing.T) {
	ix := corpus(t,
		cites(report("a", "Bắc Giang", "2022-03-01", "Theo 21-KL/TW."), "21-KL/TW", named("21-KL/TW@XIII")),
		cites(report("b", "", "", "Theo 21-KL/TW."), "21-KL/TW", named("21-KL/TW@XI")),
		cites(report("c", "", "", "Theo 21-KL/TW."), "21-KL/TW", named("21-KL/TW")),
		cites(report("d", "", "", "Theo 05-CT/TW."), "05-CT/TW", named("05-CT/TW")),
		cites(report("e", "", "", "Theo 64-KH/HU."), "64-KH/HU", named("64-KH/HU@quang-nam")),
		cites(report("f", "", "", "Theo 64-KH/HU."), "64-KH/HU", named("64-KH/HU@quang-nam/tien-phuoc")),
	)
	for _, tt := range []struct{ typed, identity, others string }{
		{"21-KL/TW@XIII", "21-KL/TW@XIII", "21-KL/TW@ 21-KL/TW@XI"},
		{"21 – kl/tw@xiii", "21-KL/TW@XIII", "21-KL/TW@ 21-KL/TW@XI"},
		{"21-KL/TW@", "21-KL/TW", "21-KL/TW@XI 21-KL/TW@XIII"},
		{"21-KL/TW", "", "21-KL/TW@ 21-KL/TW@XI 21-KL/TW@XIII"}, // stands for all of them
		{"5-CT/TW", "05-CT/TW", ""},
		{"64-KH/HU@quang-nam", "64-KH/HU@quang-nam", "64-KH/HU@quang-nam/tien-phuoc"},
	} {
		d := directive(t, ix, tt.typed)
		var others []string
		for _, o := range d.Others {
			others = append(others, o.Filter)
		}
		if d.Identity != tt.identity || strings.Join(others, " ") != tt.others {
			t.Errorf("%s is %q with others %q; want %q with %q", tt.typed, d.Identity, others, tt.identity, tt.others)
		}
	}
	for _, typed := range []string{"", "@", "22-KL/TW", "21-KL/TW@XII", "no code", strings.Repeat("21-KL/TW", 1000)} {
		if _, err := ix.Directive(context.Background(), typed); !errors.Is(err, schema.ErrNotFound) {
			t.Errorf("Directive(%.20q): %v, want ErrNotFound", typed, err)
		}
	}
}

// What the registry counts is what searching counts, also after updates.
func TestRegistryAgreesWithFacets(t *testing.T) {
	ix, _ := randomIndex(t, rand.New(rand.NewPCG(3, 4)))
	list, err := ix.Directives(context.Background())
	if err != nil || len(list) == 0 {
		t.Fatal(len(list), err)
	}
	for _, d := range list {
		detail := directive(t, ix, d.Filter)
		r := search(t, ix, schema.Request{Filter: schema.Filter{Directive: []string{d.Filter}}, Facets: true})
		if r.Total != d.Documents {
			t.Errorf("%s: %d documents, a search finds %d", d.Identity, d.Documents, r.Total)
		}
		for field, voices := range map[schema.Field][]schema.Voice{
			schema.FieldProvince: detail.Provinces, schema.FieldYear: detail.Years, schema.FieldLevel: detail.Levels,
		} {
			sum := 0
			for _, v := range voices {
				sum += v.Documents
				if v.Value != "" && v.Documents != countOf(r.Facet(field), v.Value) {
					t.Errorf("%s: %d documents of %s, the facet says %d", d.Identity, v.Documents, v.Value, countOf(r.Facet(field), v.Value))
				}
			}
			if sum != d.Documents {
				t.Errorf("%s: the documents by %s are %d, want %d", d.Identity, field, sum, d.Documents)
			}
		}
	}
}

func countOf(f schema.Facet, value string) int {
	for _, v := range f.Values {
		if v.Value == value {
			return v.Count
		}
	}
	return 0
}

// After an update, what was kept of unchanged segments and what is read of new
// ones make the same registry as reading everything anew.
func TestRegistryAfterRefresh(t *testing.T) {
	dir, ctx := t.TempDir(), context.Background()
	put := func(remove string, docs ...*schema.Document) {
		w, err := index.OpenWriter(ctx, dir, index.WriterOptions{})
		if err != nil {
			t.Fatal(err)
		}
		defer w.Close()
		for _, d := range docs {
			if err := w.Put(ctx, d); err != nil {
				t.Fatal(err)
			}
		}
		if remove != "" {
			if _, err := w.Remove(ctx, remove); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := w.Commit(ctx); err != nil {
			t.Fatal(err)
		}
	}
	cite := func(id, identity string) *schema.Document {
		return cites(report(id, "", "", "Theo "+identity), identity, named(identity))
	}
	counts := func(ix *index.Index) string {
		list, err := ix.Directives(ctx)
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, d := range list {
			all = append(all, fmt.Sprint(d.Identity, "=", d.Documents))
		}
		slices.Sort(all)
		return strings.Join(all, " ")
	}
	open := func() *index.Index {
		ix, err := index.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { ix.Close() })
		return ix
	}
	put("", cite("a", "01-KL/TW"), cite("b", "01-KL/TW"), cite("c", "02-KL/TW"))
	ix := open()
	if got := counts(ix); got != "01-KL/TW=2 02-KL/TW=1" {
		t.Errorf("at first: %s", got)
	}
	put("a", cite("b", "03-KL/TW"), cite("d", "02-KL/TW"))
	if _, err := ix.Refresh(ctx); err != nil {
		t.Fatal(err)
	}
	if got := counts(ix); got != "02-KL/TW=2 03-KL/TW=1" {
		t.Errorf("after the update: %s", got)
	}
	if got, want := counts(ix), counts(open()); got != want {
		t.Errorf("after the update: %s; read anew: %s", got, want)
	}
}
