package index_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"soi/index"
	"soi/index/schema"
)

// calling lists what each way to an index calls its directives.
func calling(t *testing.T, ix *index.Index) map[string]string {
	t.Helper()
	all := map[string]map[string]bool{}
	add := func(way, identity, label string) {
		if all[way] == nil {
			all[way] = map[string]bool{}
		}
		all[way][strings.TrimSuffix(identity, "@")+" "+label] = true
	}
	r := search(t, ix, schema.Request{Facets: true})
	for _, h := range r.Hits {
		for _, identity := range h.Directives {
			add("hits", identity, r.Labels.Of(identity))
		}
		d, m, err := ix.Document(context.Background(), h.ID, schema.Request{})
		if err != nil {
			t.Fatal(err)
		}
		for _, identity := range d.Directives() {
			add("document", identity, m.Labels.Of(identity))
		}
	}
	facet := r.Facet(schema.FieldDirective)
	for _, v := range facet.Values {
		add("facet", v.Value, v.Label)
	}
	directives, err := ix.Directives(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range directives {
		add("directives", d.Identity, d.Label())
	}
	lines := map[string]string{}
	for way, labels := range all {
		var list []string
		for l := range labels {
			list = append(list, l)
		}
		slices.Sort(list)
		lines[way] = strings.Join(list, ", ")
	}
	return lines
}

func referring(id string, identities ...string) *schema.Document {
	d := text(id, "Báo cáo "+id, "Kết quả.")
	for _, identity := range identities {
		code, _, _ := strings.Cut(identity, "@")
		d.References = append(d.References, schema.Reference{Identity: identity, Code: code, Start: 0, End: 1})
	}
	return d
}

// A directive is called the same wherever it is named: by its code where the
// collection has no other of it.
func TestLabels(t *testing.T) {
	for _, tt := range []struct {
		want string
		docs []*schema.Document
	}{
		{"05-CT/TW 05-CT/TW, 21-KL/TW@XIII 21-KL/TW", []*schema.Document{referring("a", "21-KL/TW@XIII", "05-CT/TW"), referring("b", "21-KL/TW@XIII")}},
		{"21-KL/TW 21-KL/TW@, 21-KL/TW@XI 21-KL/TW@XI, 21-KL/TW@XIII 21-KL/TW@XIII",
			[]*schema.Document{referring("a", "21-KL/TW@XIII", "21-KL/TW"), referring("b", "21-KL/TW@XI")}},
	} {
		got := calling(t, corpus(t, tt.docs...))
		for _, way := range []string{"hits", "document", "facet", "directives"} {
			if got[way] != tt.want {
				t.Errorf("%s: %s, want %s", way, got[way], tt.want)
			}
		}
	}
}

// What only removed documents named is no other directive.
func TestLabelsOfRemoved(t *testing.T) {
	dir, ctx := t.TempDir(), context.Background()
	for _, change := range []func(w *index.Writer) error{
		func(w *index.Writer) error {
			for i, identity := range []string{"21-KL/TW@XIII", "21-KL/TW@XIII", "21-KL/TW@XI"} {
				if err := w.Put(ctx, referring(fmt.Sprint(i), identity)); err != nil {
					return err
				}
			}
			return nil
		},
		func(w *index.Writer) error { _, err := w.Remove(ctx, "2"); return err },
	} {
		w, err := index.OpenWriter(ctx, dir, index.WriterOptions{})
		if err == nil {
			err = change(w)
		}
		if err == nil {
			_, err = w.Commit(ctx)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	ix, err := index.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	for way, got := range calling(t, ix) {
		if want := "21-KL/TW@XIII 21-KL/TW"; got != want {
			t.Errorf("%s: %s, want %s", way, got, want)
		}
	}
}
