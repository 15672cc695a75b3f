package index

// tables are what searching a view needs beside Bleve. They are made at the
// first search and kept as long as the view.
type tables struct{}
