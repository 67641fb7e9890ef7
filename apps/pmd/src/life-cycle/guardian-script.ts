/**
 * What a guardian does, for `sh -c`. Its arguments: this text again, how many lives of pmd were short in a row, how many
 * seconds make a long one, and the command of pmd. On descriptor 3 it waits for pmd: a line says that pmd ends on purpose,
 * the end without a line that it died. Then it starts pmd again, and with it, before pmd exists, another guardian that holds
 * the other end of pmd's descriptor 3: at no moment is there a pmd that nobody watches.
 * The first time it does so at once, then after 0.1 s, twice as long each time, at most 30 s.
 */
export const guardianScript = `
script=$1 short=$2 long=$3
shift 3
now() { read -r now rest </proc/uptime && now=\${now%.*} || now=$(date +%s); } 2>/dev/null
now; began=$now
read -r word <&3 && exit 0
exec 3<&-
now; [ $((now - began)) -lt "$long" ] || short=0
tenths=0
if [ "$short" -gt 0 ]; then
  tenths=1 step=1
  while [ $step -lt "$short" ] && [ $tenths -lt 300 ]; do tenths=$((tenths * 2)) step=$((step + 1)); done
  [ $tenths -le 300 ] || tenths=300
  delay=$((tenths / 10)).$((tenths % 10))
  echo "pmd-guardian: pmd is gone again, it is started in $delay s" >&2
  sleep $delay
fi
short=$((short + 1))
{ exec "$@" --revived $short 3>&1 1>&2; } </dev/null |
  { exec /bin/sh -c "$script" pmd-guardian "$script" $short "$long" "$@" 3<&0 </dev/null; } &
`;
