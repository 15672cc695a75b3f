package index_test

import (
	"fmt"
	"testing"

	"soi/index"
	"soi/index/schema"
)

// What only removed documents say is neither completed nor offered, though the
// segment that holds them stays and was asked before.
func TestRemovedSaysNothing(t *testing.T) {
	dir := t.TempDir()
	var docs []*schema.Document
	var gone []string
	around := []string{"mua", "thôn", "bán", "xã", "trồng", "nhà"}
	for i := range 60 {
		d := text(fmt.Sprintf("a%02d", i), "Tin", fmt.Sprintf("%s kiểm điểm %s.", around[i%6], around[(i+1)%6]))
		if i < 20 {
			d = text(fmt.Sprintf("b%02d", i), "Tin", fmt.Sprintf("%s rong biển %s.", around[i%6], around[(i+1)%6]))
			gone = append(gone, d.ID)
		}
		docs = append(docs, d)
	}
	run(t, dir, nil, docs...)
	ix, err := index.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	offered := func() *schema.Note {
		return note(search(t, ix, schema.Request{Query: "rong biễn"}), schema.NoteDidYouMean)
	}
	if found, n := suggest(t, ix, "rong bi", 0), offered(); len(found) == 0 || n == nil {
		t.Fatalf("at first %v is suggested, %v offered, want something of both", found, n)
	}
	run(t, dir, gone)
	if changed, err := ix.Refresh(t.Context()); !changed || err != nil {
		t.Fatalf("Refresh = %t, %v", changed, err)
	}
	if found, n := suggest(t, ix, "rong bi", 0), offered(); len(found) != 0 || n != nil {
		t.Errorf("after the removal %v is suggested, %v offered", found, n)
	}
	if found := suggest(t, ix, "kiem d", 0); len(found) == 0 {
		t.Error("after the removal nothing is suggested of what is left")
	}
}

// A phrase goes with the documents that say it, and stays while enough are
// left, where so few are removed that the others are not counted again.
func TestFewRemoved(t *testing.T) {
	dir := t.TempDir()
	around := []string{"mua", "thôn", "bán", "xã", "trồng", "nhà"}
	var docs []*schema.Document
	for i := range 60 {
		said := "kiểm điểm"
		switch {
		case i < 2:
			said = "rong biển"
		case i < 6:
			said = "cá tra"
		}
		docs = append(docs, text(fmt.Sprintf("d%02d", i), "Tin", fmt.Sprintf("%s %s %s.", around[i%6], said, around[(i+1)%6])))
	}
	run(t, dir, nil, docs...)
	ix, err := index.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	counts := func() string {
		all := ""
		for _, typed := range []string{"rong b", "ca t", "kiem d"} {
			for _, s := range suggest(t, ix, typed, 1) {
				all += fmt.Sprintf("%s %d, ", s.Text, s.Count)
			}
		}
		return all
	}
	if got, want := counts(), "rong biển 2, cá tra 4, kiểm điểm 54, "; got != want {
		t.Fatalf("at first %s, want %s", got, want)
	}
	run(t, dir, []string{"d00", "d05"})
	if changed, err := ix.Refresh(t.Context()); !changed || err != nil {
		t.Fatalf("Refresh = %t, %v", changed, err)
	}
	if got, want := counts(), "cá tra 3, kiểm điểm 54, "; got != want {
		t.Errorf("after the removal %s, want %s", got, want)
	}
}
