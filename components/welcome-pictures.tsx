/** Three small drawings for the welcome page. Decoration: the words beside them say the same. Colours come from the page's tokens. */

const frame = { viewBox: '0 0 240 150', width: 240, height: 150, class: 'picture' } as const;

/** A message with earlier ones under it; one line far down stands out. */
export function ChainPicture() {
  return (
    <svg aria-hidden="true" {...frame}>
      <rect class="sheet" x="20" y="8" width="140" height="134" rx="4" />
      <path class="text" d="M32 24h70M32 36h100" />
      {[52, 78, 104].map((y, index) => (
        <g key={y}>
          <path class="rule" d={`M32 ${y}v20`} />
          <path class={index === 2 ? 'strong' : 'faint'} d={`M42 ${y + 4}h${index === 2 ? 84 : 70}`} />
          <path class="faint" d={`M42 ${y + 15}h90`} />
        </g>
      ))}
      <g class="note">
        <rect class="card" x="132" y="64" width="96" height="52" rx="4" />
        <path class="edge" d="M134 66v48" />
        <path class="strong" d="M144 80h60" />
        <path class="faint" d="M144 92h72M144 102h40" />
      </g>
      <circle class="ring" cx="60" cy="108" r="26" />
    </svg>
  );
}

/** A letter on its way from an office to a house. */
export function HomePicture() {
  return (
    <svg aria-hidden="true" {...frame}>
      <rect class="sheet" x="14" y="34" width="66" height="104" rx="3" />
      {[48, 70, 92].flatMap((y) => [26, 48].map((x) => <rect key={`${x} ${y}`} class="pane" x={x} y={y} width="16" height="12" rx="1" />))}
      <path class="strong" d="M40 138v-22h14v22" />
      <path class="sheet" d="M158 84l34-30 34 30v54h-68z" />
      <path class="strong" d="M152 88l40-35 40 35" />
      <rect class="pane" x="183" y="108" width="18" height="30" rx="1" />
      <g class="note">
        <rect class="card" x="98" y="66" width="44" height="30" rx="3" />
        <path class="strong" d="M99 68l21 16 21-16" />
      </g>
      <path class="way" d="M86 112h52" />
      <path class="way" d="M132 106l8 6-8 6" />
      <circle class="ring" cx="120" cy="81" r="34" />
    </svg>
  );
}

/** Someone at a screen, and someone behind them at a window. */
export function CallPicture() {
  return (
    <svg aria-hidden="true" {...frame}>
      <rect class="sheet" x="150" y="12" width="72" height="70" rx="3" />
      <path class="rule" d="M186 12v70M150 47h72" />
      <circle class="faint-fill" cx="204" cy="36" r="9" />
      <path class="faint-fill" d="M188 82c0-22 32-22 32 0z" />
      <rect class="card" x="18" y="52" width="96" height="62" rx="4" />
      <circle class="pane" cx="66" cy="74" r="10" />
      <path class="pane" d="M46 106c0-26 40-26 40 0z" />
      <path class="strong" d="M50 126h32M66 114v12" />
      <path class="rule" d="M8 134h224" />
      <path class="way" d="M124 96c12-10 12-22 0-32M134 106c20-16 20-36 0-52" />
      <circle class="ring" cx="66" cy="82" r="36" />
    </svg>
  );
}
