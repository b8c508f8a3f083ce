# A short sleep, in which a test may let something happen. Who sleeps for ever is stopped.
slept=0; [ ! -e "$LAB/slept.$RUN" ] || read -r slept <"$LAB/slept.$RUN"; slept=$((slept + 1)); echo "$slept" >"$LAB/slept.$RUN"
[ "$slept" -lt 15 ] || kill -KILL 0
[ ! -e "$LAB/on-sleep" ] || . "$LAB/on-sleep"
/bin/sleep 0.01
