module rawibench

go 1.26.0

require (
	bidibench v0.0.0
	rawi v0.0.0
)

require (
	github.com/clipperhouse/uax29/v2 v2.7.0 // indirect
	github.com/go-text/typesetting v0.3.5 // indirect
	github.com/mattn/go-runewidth v0.0.31 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace (
	bidibench => ../../../../shared/bench/bidi
	rawi => ../../..
)
