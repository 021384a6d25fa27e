// Follows the simulator's server-sent events. Says 'opened' when nothing from now on is missed, and 'reconnected'
// when something may have been missed meanwhile.
export function follow(address, onNews) {
  let opened = false;
  const source = new EventSource(address);
  source.onmessage = (event) => onNews(JSON.parse(event.data));
  source.onopen = () => {
    onNews({ kind: opened ? 'reconnected' : 'opened' });
    opened = true;
  };
}
