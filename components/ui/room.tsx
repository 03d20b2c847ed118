/** A room with a door that stands open: two chairs, a window, a lamp. Rooms and objects only, never people. */
export function Room() {
  return (
    <svg className="room" viewBox="0 0 560 222" aria-hidden="true" focusable="false">
      <path className="glow" d="M96 196H122L236 214H142ZM58 26H122V196H58Z" />
      <path d="M0 196H58M122 196H560M52 196V20H128V196M58 196V26H122V196" />
      <path className="solid" d="M58 26L96 38V212L58 196Z" />
      <path d="M88 122v8M196 40H256V108H196ZM226 40V108M196 74H256" />
      <path d="M286 88C284 110 288 130 292 146H338M292 146L286 196M336 146L342 196M289 172H339M520 88C522 110 518 130 514 146H468M514 146L520 196M470 146L464 196M517 172H467M370 138H436M403 138V190M386 196C390 190 416 190 420 196M394 138V126H410V138M410 129C417 128 417 136 410 135M403 8V34" />
      <path className="solid" d="M384 52C384 41 392 34 403 34C414 34 422 41 422 52Z" />
    </svg>
  )
}
