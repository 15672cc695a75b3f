package legacy

import (
	"strconv"
	"strings"
	"testing"

	"soi/testdata/shared"
)

// vectors reads a table of the shared specification: the tab-separated fields
// of each line, \uXXXX made into the character it names.
func vectors(t *testing.T, name string) [][]string {
	t.Helper()
	rows := shared.Rows(t, "vectors/"+name)
	for _, fields := range rows {
		for i, field := range fields {
			s, err := strconv.Unquote(`"` + field + `"`)
			if err != nil {
				t.Fatalf("%q: %v", field, err)
			}
			fields[i] = strings.ReplaceAll(s, "U+00AD", "\u00AD")
		}
	}
	return rows
}
