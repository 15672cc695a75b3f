package cite

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestTables holds the tables to what their heads promise.
func TestTables(t *testing.T) {
	for _, table := range []struct {
		name, text string
		fields     int
	}{{"types.txt", typesText, 6}, {"issuers.txt", issuersText, 5}, {"bodies.txt", bodiesText, 2}} {
		if !norm.NFC.IsNormalString(table.text) {
			t.Errorf("%s is not in NFC", table.name)
		}
		if len(rows(table.text)) == 0 {
			t.Errorf("%s has no rows", table.name)
		}
		for _, f := range rows(table.text) {
			if len(f) != table.fields || slices.Contains(f, "") {
				t.Errorf("%s: %q has not %d fields", table.name, f, table.fields)
			}
		}
	}
}

func TestTypes(t *testing.T) {
	seen := map[[2]string]bool{}
	for _, f := range rows(typesText) {
		if key := [2]string{f[0], f[1]}; seen[key] {
			t.Errorf("types.txt has %q twice", key)
		} else {
			seen[key] = true
		}
		for _, flag := range f[2:4] {
			if flag != "true" && flag != "false" {
				t.Errorf("types.txt: %q is neither true nor false", flag)
			}
		}
		if !slices.Contains([]string{"all", "Party", "none", "no"}, f[4]) {
			t.Errorf("types.txt: %s: short is %q", f[1], f[4])
		}
		if !slices.Contains([]string{"noun", "verb", "no"}, f[5]) {
			t.Errorf("types.txt: %s: alone is %q", f[1], f[5])
		}
	}
}

func TestIssuers(t *testing.T) {
	seen := map[string]string{}
	for _, f := range rows(issuersText) {
		if other, ok := seen[Key(f[0])]; ok {
			t.Errorf("issuers.txt: %s and %s fold alike", f[0], other)
		}
		seen[Key(f[0])] = f[0]
		if !slices.Contains([]string{"central", "province", "district", "commune", "base"}, f[2]) || f[3] != "Party" && f[3] != "state" {
			t.Errorf("issuers.txt: %s: level %q, side %q", f[0], f[2], f[3])
		}
		if !slices.Contains([]Scope{ScopeTerm, ScopeBody, ScopeYear, ScopePlace}, Scope(f[4])) {
			t.Errorf("issuers.txt: %s: scope %q", f[0], f[4])
		}
		if iss, ok := FindIssuer(f[0]); !ok || iss.Abbr != f[0] {
			t.Errorf("FindIssuer(%q) = %q, %v", f[0], iss.Abbr, ok)
		}
	}
}

func TestBodies(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range rows(bodiesText) {
		if name := foldPhrase(f[0]); seen[name] {
			t.Errorf("bodies.txt has %q twice", f[0])
		} else {
			seen[name] = true
		}
		if _, ok := issuersByAbbr[Key(strings.TrimSuffix(f[1], "?"))]; !ok && f[1] != "-" {
			t.Errorf("bodies.txt: %s: %s is not in issuers.txt", f[0], f[1])
		}
		if b, ok := readBody(f[0], 0); !ok || b.end != len(f[0]) {
			t.Errorf("bodies.txt: %q is not read as a body", f[0])
		}
	}
}
