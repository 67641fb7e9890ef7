/**
 * What a watchdog does, for `sh -c`. Its arguments: the pid of pmd, how many seconds it has, the mark that the new program has
 * in its environment and with it all that it starts, then what brings the former pmd back; nothing where a service manager does.
 * A line on descriptor 3 says that the new one is ready; its end without a line, that it died, or can't say so any more. One
 * that takes too long is ended: nothing else is known to help. So is what it has started, whoever holds descriptor 3: it may hold
 * the sockets as well. Services have an environment of their own, without the mark.
 */
export const watchdogScript = `
pid=$1 limit=$2 mark=$3
shift 3
began() { read -r fields <"/proc/$pid/stat" && set -- \${fields##*")"} && echo "\${20}"; } 2>/dev/null
marked() { printf '%s\\n' /proc/[0-9]*/environ | xargs grep -ls -e "$mark" | grep -v -x "$1"; } 2>/dev/null
endMarked() {
  round=0
  while [ $round -lt 50 ] && found=$(marked "$1"); do
    for place in $found; do place=\${place#/proc/}; kill -KILL "\${place%/environ}"; done 2>/dev/null
    round=$((round + 1))
    sleep 0.1
  done
}
birth=$(began)
( read -r word <&3 ) &
reader=$!
exec 3</dev/null
( trap 'kill $nap; exit 0' TERM; sleep "$limit" & nap=$!; wait $nap && kill "$reader" ) 2>/dev/null &
late=$!
wait $reader 2>/dev/null
outcome=$?
{ kill $late; wait; } 2>/dev/null
[ $outcome -ne 0 ] || exit 0
if [ -n "$birth" ] && [ "$(began)" = "$birth" ]; then
  # It starts nothing more, and is there as long as what it has started.
  kill -STOP "$pid"
  endMarked "/proc/$pid/environ"
  kill -KILL "$pid"
fi
endMarked nothing
if [ $# -eq 0 ]; then
  echo "pmd-watchdog: the new pmd did not get ready, the service manager starts the former one" >&2
  exit 0
fi
echo "pmd-watchdog: the new pmd did not get ready, the former one is started" >&2
exec "$@"
`;
