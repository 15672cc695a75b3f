package legacy

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"

	"soi/testdata/shared"
)

// vectors reads a table of the shared specification: the tab-separated fields
// of each line, \uXXXX made into the character it names.
func vectors(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(shared.Path(t, "vectors/"+name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows [][]string
	for scanner := bufio.NewScanner(f); scanner.Scan(); {
		line := scanner.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		for i, field := range fields {
			s, err := strconv.Unquote(`"` + field + `"`)
			if err != nil {
				t.Fatalf("%q: %v", field, err)
			}
			fields[i] = strings.ReplaceAll(s, "U+00AD", "\u00AD")
		}
		rows = append(rows, fields)
	}
	if len(rows) == 0 {
		t.Fatalf("%s has no rows", name)
	}
	return rows
}
