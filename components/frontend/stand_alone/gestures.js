// Gestures on the map: dragging with pointer or finger, two fingers or the wheel with Ctrl to zoom. The wheel alone scrolls the page.

const DRAG_PX = 5; // until a press becomes a drag
const WHEEL_SPEED = 0.004;
const HINT_MS = 1500;

/**
 * Let gestures in a box move its camera; `onMove` is called while it moves, `onRest` once it stands still. Returns a function that tells whether
 * the last press was a drag.
 */
export function followGestures(box, camera, hint, { onMove, onRest }) {
  const pointers = new Map();
  let wasDragged = false;
  let start;
  const pixel = ({ clientX, clientY }) => {
    const { left, top } = box.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };
  const isControl = ({ target }) => target.closest("button, .cluster-list") !== null;
  box.addEventListener("pointerdown", (event) => {
    if (isControl(event) || event.button > 0) return;
    if (!pointers.size) {
      start = pixel(event);
      wasDragged = false;
    }
    pointers.set(event.pointerId, pixel(event));
  });
  box.addEventListener("pointermove", (event) => {
    if (!pointers.has(event.pointerId)) return;
    const to = pixel(event);
    if (!wasDragged && pointers.size === 1 && Math.hypot(to[0] - start[0], to[1] - start[1]) < DRAG_PX) return;
    if (!wasDragged) {
      wasDragged = true;
      box.classList.add("dragged");
      box.setPointerCapture(event.pointerId);
    }
    moveBy(camera, pointers, event.pointerId, to);
    onMove();
  });
  const end = (event) => {
    if (!pointers.delete(event.pointerId) || pointers.size) return;
    box.classList.remove("dragged");
    if (wasDragged) onRest();
  };
  for (const kind of ["pointerup", "pointercancel"]) box.addEventListener(kind, end);
  followWheel(box, hint, (factor, event) => {
    camera.zoom(factor, pixel(event));
    onRest();
  });
  return () => wasDragged;
}

// One pointer moves the map; of two, the other one is what the map is zoomed around.
function moveBy(camera, pointers, id, to) {
  const from = pointers.get(id);
  const other = [...pointers].find(([each]) => each !== id)?.[1];
  pointers.set(id, to);
  if (!other) {
    camera.move(to[0] - from[0], to[1] - from[1]);
    return;
  }
  const distance = (point) => Math.max(1, Math.hypot(point[0] - other[0], point[1] - other[1]));
  camera.zoom(distance(to) / distance(from), other);
}

function followWheel(box, hint, zoom) {
  let timer;
  const onWheel = (event) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * WHEEL_SPEED), event);
      return;
    }
    hint.classList.add("shown");
    clearTimeout(timer);
    timer = setTimeout(() => hint.classList.remove("shown"), HINT_MS);
  };
  box.addEventListener("wheel", onWheel, { passive: false });
}
