# Completion of resconv for bash. What formats, options and findings there are
# is asked of the command itself.

_resconv_formats() # 2: read, 3: written
{
	resconv --list-formats 2>/dev/null |
	    awk -v column="$1" '/^[^ ]/ && $column ~ /read|write/ {print $1}'
}

_resconv_settings()
{
	resconv --list-options 2>/dev/null |
	    awk -F= '/^[^ ]/ {
		n = split($2, values, "|")
		for (i = 1; i <= n; i++)
			print $1 "=" (n > 1 ? values[i] : "")
	    }'
}

_resconv_levels()
{
	local level

	for level in note warning error fatal; do
		printf '%s\n%s,stop\n' $level $level
	done
	resconv --list-findings 2>/dev/null | awk '/^[^ ]/ {print "no-" $1}'
}

_resconv()
{
	local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
	local words=

	# "-O akn.indent=" comes as three words.
	if [[ $word == = || $previous == = ]]; then
		return
	fi
	case $previous in
	-f|--from) words=$(_resconv_formats 2) ;;
	-t|--to) words=$(_resconv_formats 3) ;;
	-O|--option) words=$(_resconv_settings) ;;
	-W|--warn) words=$(_resconv_levels) ;;
	*)
		if [[ $word == -* ]]; then
			words=$(resconv --help 2>/dev/null |
			    grep -oE -- '--[a-z-]+' | sort -u)
		fi ;;
	esac
	COMPREPLY=($(compgen -W "$words" -- "$word"))
	[[ -n $words ]] || COMPREPLY=($(compgen -f -- "$word"))
}

complete -o filenames -F _resconv resconv
