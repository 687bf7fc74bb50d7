package store

import "database/sql"

// prepared is a transaction that compiles each statement once.
type prepared struct {
	tx    *sql.Tx
	stmts map[string]*sql.Stmt
}

func prepare(tx *sql.Tx) *prepared { return &prepared{tx, make(map[string]*sql.Stmt)} }

// stmt is a statement that lives as long as the transaction.
func (p *prepared) stmt(query string) (*sql.Stmt, error) {
	if s := p.stmts[query]; s != nil {
		return s, nil
	}
	s, err := p.tx.Prepare(query)
	if err == nil {
		p.stmts[query] = s
	}
	return s, err
}

// exec executes a statement, and is how many rows it changed.
func (p *prepared) exec(query string, args ...any) (changed int64, err error) {
	s, err := p.stmt(query)
	if err != nil {
		return 0, err
	}
	result, err := s.Exec(args...)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// rows calls scan for each row of a query.
func (p *prepared) rows(query string, args []any, scan func(*sql.Rows) error) error {
	s, err := p.stmt(query)
	if err != nil {
		return err
	}
	rows, err := s.Query(args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// column is the values of a query of one column.
func column[T any](p *prepared, query string, args ...any) (values []T, err error) {
	err = p.rows(query, args, func(rows *sql.Rows) error {
		var v T
		err := rows.Scan(&v)
		values = append(values, v)
		return err
	})
	return values, err
}
