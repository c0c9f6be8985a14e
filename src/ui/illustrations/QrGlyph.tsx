// A QR code as a picture of one: three eyes and some modules, 44 units square, drawn at the given place.

/** Looks like a QR code, means nothing. */
export function QrGlyph(props: {
  readonly x: number;
  readonly y: number;
  readonly color?: string | undefined;
}) {
  const eyes = 'M0 0h14v14H0ZM30 0h14v14H30ZM0 30h14v14H0Z';
  const pupils = 'M5 5h4v4H5ZM35 5h4v4h-4ZM5 35h4v4H5Z';
  const modules =
    'M19 0h5v5h-5ZM19 10h5v9h-5ZM0 19h5v5H0ZM10 19h9v5h-9ZM24 24h6v6h-6ZM34 19h10v5H34ZM19 34h5v10h-5ZM30 30h5v5h-5ZM39 30h5v9h-5ZM30 39h5v5h-5Z';
  return (
    <g transform={`translate(${props.x} ${props.y})`} stroke="none" fill={props.color ?? 'currentColor'}>
      <path fill-rule="evenodd" d={`${eyes}M3 3v8h8V3ZM33 3v8h8V3ZM3 33v8h8v-8Z`} />
      <path d={pupils} />
      <path d={modules} />
    </g>
  );
}
