package query

// Parse reads a query. It never fails; see Query.Repairs.
func Parse(s string) Query {
	if s == "" {
		return Query{}
	}
	return Query{Root: Word{Text: s, End: len(s)}, Kept: 1, Words: 1}
}
