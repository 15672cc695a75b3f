package index_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"soi/index/schema"
)

// drawn writes a tree on one line: branches in parentheses, the directive that
// was asked for between stars, ends and what was left out behind a colon.
func drawn(branches []schema.Branch) string {
	var all []string
	for _, b := range branches {
		s := b.Directive.Identity
		if b.Asked {
			s = "*" + s + "*"
		}
		if b.Reports > 0 {
			s += fmt.Sprint("=", b.Reports)
		}
		if b.End != "" {
			s += ":" + string(b.End)
		}
		if b.More > 0 {
			s += fmt.Sprint(":+", b.More)
		}
		if len(b.Branches) > 0 {
			s += "(" + drawn(b.Branches) + ")"
		}
		all = append(all, s)
	}
	return strings.Join(all, " ")
}

// The chain of a conclusion of the Centre, its plan in a province, the plan of
// a district and that of a commune, each stated by another document.
func TestChain(t *testing.T) {
	central, province := named("21-KL/TW@XIII"), named("107-KH/TU@quang-nam")
	district, commune := named("64-KH/HU@quang-nam/tien-phuoc"), named("25-KH/ĐU@quang-nam/tien-phuoc/tien-my")
	ix := corpus(t,
		ties(report("a", "Quảng Nam", "2022-03-01", "Một."), schema.Implements, province, central),
		ties(report("b", "Quảng Nam", "2022-04-01", "Hai."), schema.Implements, district, province),
		ties(report("c", "Quảng Nam", "2022-05-01", "Ba."), schema.Implements, commune, district),
		ties(report("d", "Quảng Nam", "2022-06-01", "Bốn."), schema.Implements, named("05-KH/TU@bac-giang"), central),
		ties(report("e", "Quảng Nam", "2022-07-01", "Năm."), schema.Implements, named(""), province),
	)
	whole := "107-KH/TU@quang-nam=1(64-KH/HU@quang-nam/tien-phuoc(25-KH/ĐU@quang-nam/tien-phuoc/tien-my))"
	for _, tt := range []struct{ asked, want string }{
		{"21-KL/TW", "*21-KL/TW@XIII*(05-KH/TU@bac-giang " + whole + ")"},
		{"107-KH/TU", "21-KL/TW@XIII:+1(*107-KH/TU@quang-nam*" + strings.TrimPrefix(whole, "107-KH/TU@quang-nam") + ")"},
		{"25-KH/ĐU", "21-KL/TW@XIII:+1(107-KH/TU@quang-nam=1(64-KH/HU@quang-nam/tien-phuoc(*25-KH/ĐU@quang-nam/tien-phuoc/tien-my*)))"},
		{"05-KH/TU", "21-KL/TW@XIII:+1(*05-KH/TU@bac-giang*)"},
	} {
		if got := drawn(directive(t, ix, tt.asked).Chain); got != tt.want {
			t.Errorf("the chain of %s\n got %s\nwant %s", tt.asked, got, tt.want)
		}
	}
	edges := directive(t, ix, "107-KH/TU").Edges
	if len(edges) != 3 {
		t.Fatalf("%d relations of the province's plan, want 3: %+v", len(edges), edges)
	}
	for _, e := range edges {
		s := e.Statements[0]
		if e.Documents != 1 || !strings.Contains(s.Words.Of(s.Sentence), "107-KH/TU") && !strings.Contains(s.Sentence, "107-KH/TU") {
			t.Errorf("%s -> %s: stated by %q", e.From, e.To, s.Sentence)
		}
		if strings.Contains(s.Sentence, "Câu khác") || !strings.HasPrefix(s.Sentence, "Sau đó") {
			t.Errorf("%q is not the sentence", s.Sentence)
		}
	}
}

// What is not sure or not told apart ends a chain, and says why.
func TestChainEnds(t *testing.T) {
	a, b, c := named("01-KL/TW@XIII"), named("02-KH/TU@bac-giang"), named("03-KH/HU@bac-giang/luc-nam")
	at := func(r schema.Reference, date string) schema.Reference { r.Date = date; return r }
	unsure := func(r schema.Reference) schema.Reference { r.Confidence = 0.75; return r }
	for _, tt := range []struct {
		name, want string
		pairs      [][2]schema.Reference
	}{
		{"a cycle", "*01-KL/TW@XIII*(02-KH/TU@bac-giang(01-KL/TW@XIII:cycle))", [][2]schema.Reference{{b, a}, {a, b}}},
		{"itself", "", [][2]schema.Reference{{a, a}}},
		{"an unknown issuer", "*01-KL/TW@XIII*(43-KH/?:open)", [][2]schema.Reference{{named("43-KH/?"), a}}},
		{"an unknown place", "*01-KL/TW@XIII*(02-KH/TU:open)", [][2]schema.Reference{{named("02-KH/TU"), a}, {c, named("02-KH/TU")}}},
		{"an unknown term", "01-KL/TW:open(*02-KH/TU@bac-giang*)", [][2]schema.Reference{{b, named("01-KL/TW")}, {named("01-KL/TW"), named("09-NQ/TW@XII")}}},
		{"another term", "*01-KL/TW@XIII*(02-KH/TU@bac-giang)",
			[][2]schema.Reference{{at(b, "2022-01-05"), a}, {c, at(b, "2012-03-04")}}},
		{"the same term", "*01-KL/TW@XIII*(02-KH/TU@bac-giang(03-KH/HU@bac-giang/luc-nam))",
			[][2]schema.Reference{{at(b, "2022-01-05"), a}, {c, at(b, "2022-01-05")}}},
		{"a term told once", "*01-KL/TW@XIII*(02-KH/TU@bac-giang(03-KH/HU@bac-giang/luc-nam))",
			[][2]schema.Reference{{at(b, "2022-01-05"), a}, {c, b}}},
		{"an unsure reference", "*01-KL/TW@XIII*", [][2]schema.Reference{{unsure(b), a}}},
		{"two ways down", "*01-KL/TW@XIII*(02-KH/TU@bac-giang(03-KH/HU@bac-giang/luc-nam(04-KH/ĐU@bac-giang/luc-nam/bao-dai)) 03-KH/HU@bac-giang/luc-nam:shown)",
			[][2]schema.Reference{{b, a}, {c, a}, {c, b}, {named("04-KH/ĐU@bac-giang/luc-nam/bao-dai"), c}}},
	} {
		docs := []*schema.Document{cites(report("z", "", "", "Theo 01-KL/TW."), "01-KL/TW", a)}
		for i, pair := range tt.pairs {
			if pair[0].Identity != pair[1].Identity {
				docs = append(docs, ties(report(fmt.Sprint("d", i), "", "", "Một."), schema.Implements, pair[0], pair[1]))
			}
		}
		asked := "01-KL/TW@XIII"
		if strings.Contains(tt.want, "*02") {
			asked = "02-KH/TU@bac-giang"
		}
		if tt.want == "" {
			tt.want = "*01-KL/TW@XIII*"
		}
		if got := drawn(directive(t, corpus(t, docs...), asked).Chain); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// Amending is shown and not followed: what carries out the new directive does
// not carry out the old one.
func TestChainStopsAtChanges(t *testing.T) {
	old, renewed, plan := named("01-KL/TW@XII"), named("05-KL/TW@XIII"), named("02-KH/TU@bac-giang")
	ix := corpus(t,
		ties(report("a", "", "", "Một."), schema.Replaces, renewed, old),
		ties(report("b", "", "", "Hai."), schema.Implements, plan, renewed),
	)
	if got, want := drawn(directive(t, ix, "01-KL/TW").Chain), "*01-KL/TW@XII*(05-KL/TW@XIII:changed)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := drawn(directive(t, ix, "02-KH/TU").Chain), "05-KL/TW@XIII(*02-KH/TU@bac-giang*)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A tree is bounded in breadth, depth and all together, and says what it
// leaves out; whatever documents state, it comes to an end.
func TestChainIsBounded(t *testing.T) {
	plan := func(n int) schema.Reference { return named(fmt.Sprintf("%03d-KH/TU@bac-giang", n+1)) } // no number is 0
	wide := []*schema.Document{}
	for n := range 40 {
		wide = append(wide, ties(report(fmt.Sprint("w", n), "", "", "Một."), schema.Implements, plan(n), named("01-KL/TW@XIII")))
	}
	root := directive(t, corpus(t, wide...), "01-KL/TW").Chain[0]
	if len(root.Branches) != 24 || root.More != 16 {
		t.Errorf("%d branches and %d more, want 24 and 16", len(root.Branches), root.More)
	}
	deep := []*schema.Document{}
	for n := range 20 {
		deep = append(deep, ties(report(fmt.Sprint("d", n), "", "", "Một."), schema.Implements, plan(n+1), plan(n)))
	}
	ix := corpus(t, deep...)
	if got := drawn(directive(t, ix, "001-KH/TU").Chain); strings.Count(got, "KH/TU") != 9 || !strings.Contains(got, ":far") {
		t.Errorf("a deep chain: %s", got)
	}
	if got := drawn(directive(t, ix, "021-KH/TU").Chain); strings.Count(got, "KH/TU") > 10 {
		t.Errorf("a high chain: %s", got)
	}
	dense := []*schema.Document{} // each carries out every other
	for n := range 144 {
		if n/12 != n%12 {
			dense = append(dense, ties(report(fmt.Sprint("n", n), "", "", "Một."), schema.Implements, plan(n/12), plan(n%12)))
		}
	}
	if got := drawn(directive(t, corpus(t, dense...), "004-KH/TU").Chain); strings.Count(got, "KH/TU") > 310 {
		t.Errorf("a dense tree has %d directives", strings.Count(got, "KH/TU"))
	}
}

// One step up and one down, and nothing of what is related to nothing.
func TestSteps(t *testing.T) {
	plan := func(n int) schema.Reference { return named(fmt.Sprintf("%02d-KH/TU@bac-giang", n)) }
	ix := corpus(t,
		ties(report("a", "", "", "Một."), schema.Implements, plan(1), named("01-KL/TW@XIII")),
		ties(report("b", "", "", "Hai."), schema.Implements, plan(2), plan(1)),
		ties(report("c", "", "", "Ba."), schema.Implements, plan(3), plan(2)),
		cites(report("d", "", "", "Theo 05-CT/TW."), "05-CT/TW", named("05-CT/TW@XII")),
	)
	branches, err := ix.Steps(context.Background(), []string{"01-KH/TU@bac-giang", "05-CT/TW@XII", "", "no such"})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := drawn(branches), "01-KL/TW@XIII(*01-KH/TU@bac-giang*(02-KH/TU@bac-giang:far))"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// What a directive is an end of, the documents' own statements among it.
func TestEdges(t *testing.T) {
	ix := corpus(t,
		ties(report("a", "", "", "Một."), schema.Implements, named("02-KH/TU@bac-giang"), named("01-KL/TW@XIII")),
		ties(report("b", "", "", "Hai."), schema.Implements, named("02-KH/TU@bac-giang"), named("01-KL/TW@XIII")),
		ties(report("c", "", "", "Ba."), schema.Implements, named(""), named("01-KL/TW@XIII")),
	)
	var got []string
	for _, e := range directive(t, ix, "01-KL/TW").Edges {
		got = append(got, fmt.Sprintf("%s %s %s %d/%d", e.From, e.Kind, e.To, len(e.Statements), e.Documents))
	}
	if got, want := strings.Join(got, "; "), "02-KH/TU@bac-giang implements 01-KL/TW@XIII 2/2;  implements 01-KL/TW@XIII 1/1"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// An official document is the plan of its own number, though that stands in its
// head and not in the words that tie it.
func TestChainOfNumber(t *testing.T) {
	plan := func(numbered bool) *schema.Document {
		d := report("a", "Quảng Nam", "2022-03-01", "Số 64-KH/HU", "Kế hoạch thực hiện Kế hoạch 107-KH/TU")
		cites(cites(d, "64-KH/HU", named("64-KH/HU@quang-nam/tien-phuoc")), "107-KH/TU", named("107-KH/TU@quang-nam"))
		head, words := d.References[0].Span(), strings.Index(d.Text, "thực hiện")
		d.Relations = []schema.Relation{{
			Kind: schema.Implements, From: "64-KH/HU@quang-nam/tien-phuoc", To: "107-KH/TU@quang-nam",
			Evidence: schema.Span{Start: words, End: d.References[1].End}, Confidence: 0.9,
		}}
		if numbered {
			d.Evidence = map[schema.Field]schema.Evidence{schema.FieldLevel: {Rule: schema.RuleOwnNumber, Quote: "64-KH/HU", Span: &head, Confidence: 0.95}}
		}
		return d
	}
	if got := drawn(directive(t, corpus(t, plan(true)), "107-KH/TU").Chain); got != "*107-KH/TU@quang-nam*(64-KH/HU@quang-nam/tien-phuoc)" {
		t.Errorf("the chain is %s", got)
	}
	if got := drawn(directive(t, corpus(t, plan(false)), "107-KH/TU").Chain); got != "*107-KH/TU@quang-nam*" {
		t.Errorf("a number that is only cited is tied: %s", got)
	}
}
