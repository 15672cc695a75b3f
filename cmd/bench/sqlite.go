package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"soi/index/schema"
)

// SQLite as its documentation of FTS5 says: a full-text table of title and
// body whose tokenizer removes diacritics, beside it a table of values and one
// of directives. Its words have no marks, so a question with marks gets more
// answers than were asked for; đ is no d to it. The documents found are noted
// once in a temporary table, which the counts are then taken over.

const sqliteSchema = `
PRAGMA journal_mode=OFF;
PRAGMA synchronous=OFF;
CREATE VIRTUAL TABLE text USING fts5(title, body, tokenize="unicode61 remove_diacritics 2");
CREATE TABLE doc(number INTEGER PRIMARY KEY, id TEXT, title TEXT, published TEXT, province TEXT, province_now TEXT, year TEXT, level TEXT);
CREATE TABLE cites(number INTEGER, directive TEXT);
CREATE TABLE load(number, id, title, body, published, province, province_now, year, level);
CREATE TABLE load_cites(number, directive);
`

const sqliteFill = `
BEGIN;
INSERT INTO text(rowid, title, body) SELECT number, title, body FROM load;
INSERT INTO doc SELECT number, id, title, nullif(published,''), nullif(province,''), nullif(province_now,''), nullif(year,''), nullif(level,'') FROM load;
INSERT INTO cites SELECT number, directive FROM load_cites;
DROP TABLE load;
DROP TABLE load_cites;
CREATE INDEX cites_number ON cites(number);
INSERT INTO text(text) VALUES('optimize');
COMMIT;
VACUUM;
ANALYZE;
`

const sqliteFile = "index.db"

// buildSQLite writes the documents as tables of comma-separated values and has
// SQLite read them.
func buildSQLite(ctx context.Context, dir string, docs documents) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	texts, cites := filepath.Join(dir, "load.csv"), filepath.Join(dir, "cites.csv")
	if err := writeTables(texts, cites, docs); err != nil {
		return err
	}
	db := filepath.Join(dir, sqliteFile)
	imports := []string{".import --csv " + quoted(texts) + " load", ".import --csv " + quoted(cites) + " load_cites"}
	for _, script := range []string{sqliteSchema, strings.Join(imports, "\n") + "\n" + sqliteFill} {
		cmd := exec.CommandContext(ctx, "sqlite3", "-batch", "-bail", db)
		cmd.Stdin = strings.NewReader(script)
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("sqlite3: %w: %s", err, out)
		}
	}
	return errors.Join(os.Remove(texts), os.Remove(cites))
}

func writeTables(texts, cites string, docs documents) error {
	t, err := os.Create(texts)
	if err != nil {
		return err
	}
	defer t.Close()
	c, err := os.Create(cites)
	if err != nil {
		return err
	}
	defer c.Close()
	tw, cw := csv.NewWriter(t), csv.NewWriter(c)
	n := 0
	for d, err := range docs {
		if err != nil {
			return err
		}
		n++
		if err := tw.Write(sqliteRow(n, d)); err != nil {
			return err
		}
		for _, identity := range d.Directives() {
			if err := cw.Write([]string{strconv.Itoa(n), identity}); err != nil {
				return err
			}
		}
	}
	tw.Flush()
	cw.Flush()
	return errors.Join(tw.Error(), cw.Error())
}

func sqliteRow(n int, d *schema.Document) []string {
	var body strings.Builder
	for _, span := range d.Body {
		body.WriteString(span.Of(d.Text))
		body.WriteByte('\n')
	}
	year := ""
	if d.Year != 0 {
		year = strconv.Itoa(d.Year)
	}
	return []string{strconv.Itoa(n), d.ID, d.TitleText(), body.String(), d.Published, d.Province, d.ProvinceNow, year, string(d.Level)}
}

// A sqlite is the command sqlite3, which reads statements and writes rows.
type sqlite struct {
	cmd   *exec.Cmd
	in    io.WriteCloser
	lines *bufio.Reader
}

func openSQLite(ctx context.Context, dir string) (answerer, error) {
	file := filepath.Join(dir, sqliteFile)
	if _, err := os.Stat(file); err != nil {
		return nil, err
	}
	s := &sqlite{cmd: exec.CommandContext(ctx, "sqlite3", "-batch", "-bail", "-readonly", file)}
	s.cmd.Stderr = os.Stderr
	var err error
	if s.in, err = s.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	s.lines = bufio.NewReaderSize(out, 1<<16)
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	_, err = s.ask(`PRAGMA temp_store=MEMORY; PRAGMA cache_size=-1000000; PRAGMA mmap_size=8000000000;
CREATE TEMP TABLE hit(number INTEGER PRIMARY KEY); SELECT count(*) FROM doc;`)
	return s, err
}

// Close implements io.Closer.
func (s *sqlite) Close() error { return errors.Join(s.in.Close(), s.cmd.Wait()) }

func (s *sqlite) peak() int64 { return peakMemory(s.cmd.Process.Pid) }

// end is what sqlite3 is asked to say when it is done.
const end = "== done =="

// ask gives the lines that statements make.
func (s *sqlite) ask(statements string) ([]string, error) {
	if _, err := io.WriteString(s.in, statements+"\nSELECT '"+end+"';\n"); err != nil {
		return nil, err
	}
	var lines []string
	for {
		line, err := s.lines.ReadString('\n')
		if err != nil {
			return nil, fmt.Errorf("sqlite3 stopped: %w", err)
		}
		if line = strings.TrimSuffix(line, "\n"); line == end {
			return lines, nil
		}
		lines = append(lines, line)
	}
}

func (s *sqlite) answer(_ context.Context, q question) (answer, error) {
	lines, err := s.ask(sqliteStatements(q))
	if err != nil || len(lines) == 0 {
		return answer{}, errors.Join(err, errors.New("no answer"))
	}
	total, err := strconv.Atoi(lines[0])
	a := answer{Total: total}
	for _, line := range lines[1:] {
		switch kind, rest, _ := strings.Cut(line, "|"); kind {
		case "facet":
			a.Facets++
		case "hit":
			a.Marks += len(rest)
			if a.Top == "" {
				a.Top, _, _ = strings.Cut(rest, "|")
			}
		}
	}
	return a, err
}

// sqliteStatements is the question as it is put to SQLite.
func sqliteStatements(q question) string {
	match := quoted(sqliteMatch(q))
	var s strings.Builder
	fmt.Fprintf(&s, "DELETE FROM hit; INSERT INTO hit SELECT rowid FROM text WHERE text MATCH %s;\n", match)
	fmt.Fprintf(&s, "SELECT count(*) FROM hit JOIN doc USING(number) WHERE %s;\n", sqliteWhere(q, ""))
	for _, field := range facetFields {
		from := "hit JOIN doc USING(number)"
		if field == "directive" {
			from += " JOIN cites USING(number)"
		}
		fmt.Fprintf(&s, "SELECT 'facet', %[1]s, count(*) FROM %[2]s WHERE %[1]s IS NOT NULL AND %[3]s GROUP BY 2 ORDER BY 3 DESC LIMIT 20;\n",
			field, from, sqliteWhere(q, field))
	}
	fmt.Fprintf(&s, "SELECT 'hit', doc.id, doc.title, province, published, level, snippet(text, 1, '<b>', '</b>', '…', 40) "+
		"FROM text JOIN doc ON doc.number = text.rowid WHERE text MATCH %s AND %s ORDER BY rank LIMIT 10;\n", match, sqliteWhere(q, ""))
	return s.String()
}

func sqliteMatch(q question) string {
	if q.Join == phrase {
		return `"` + strings.Join(q.Words, " ") + `"`
	}
	var words []string
	for _, w := range q.Words {
		words = append(words, `"`+w+`"`)
	}
	return strings.Join(words, " "+string(q.Join)+" ")
}

// sqliteWhere is the filters but for that of one field.
func sqliteWhere(q question, without string) string {
	conditions := []string{"true"}
	for _, field := range facetFields { // in one order
		if values := q.Filters[field]; len(values) > 0 && field != without {
			var list []string
			for _, v := range slices.Sorted(slices.Values(values)) {
				list = append(list, quoted(v))
			}
			conditions = append(conditions, field+" IN ("+strings.Join(list, ",")+")")
		}
	}
	return strings.Join(conditions, " AND ")
}

// quoted is s as a string of SQL.
func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// sqliteVersion is the version of the system's SQLite; "" if there is none.
func sqliteVersion(ctx context.Context) string {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	out, err := exec.CommandContext(ctx, "sqlite3", "--version").Output()
	if err != nil {
		return ""
	}
	version, _, _ := strings.Cut(string(out), " ")
	return version
}
