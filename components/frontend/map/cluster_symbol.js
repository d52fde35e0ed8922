// Symbol of one or several clusters: a circle with their number, inside where it fits, else beside it.

import { fitsInside, widthBeside } from "./number_place.js";

const circle = L.CircleMarker.prototype;

/** Leaflet's circle for a group of groups.js. */
export const ClusterSymbol = L.CircleMarker.extend({
  initialize(group, { number, isOpened }) {
    const classes = { cluster: group.points.length, place: !group.points.length, approximate: group.isApproximate, opened: isOpened };
    circle.initialize.call(this, [group.y, group.x], {
      className: Object.keys(classes)
        .filter((name) => classes[name])
        .join(" "),
      fill: true,
      fillOpacity: 1,
      weight: isOpened ? 4 : 1.5,
      radius: group.radius,
      bubblingMouseEvents: false,
    });
    this.group = group;
    this.number = group.count > 1 ? number(group.count) : "";
  },

  // The number of clusters, under the name that plugins of Leaflet give it.
  getChildCount() {
    return this.group.count;
  },

  has(id) {
    return this.group.points.some((cluster) => cluster.id === id);
  },

  /** Return the centre in pixels of the map's container. */
  containerPoint() {
    return this._map.latLngToContainerPoint(this.getLatLng());
  },

  onAdd(map) {
    if (this.number && this._isNumbered()) {
      this._text = L.SVG.create("text");
      this._text.textContent = this.number;
      this._text.setAttribute("aria-hidden", "true"); // the circle says it
      this._text.classList.add("number");
      this._text.classList.toggle("beside", !this._fitsInside());
    }
    circle.onAdd.call(this, map);
    if (this._text) this._path.after(this._text);
  },

  onRemove(map) {
    this._text?.remove();
    circle.onRemove.call(this, map);
  },

  bringToFront() {
    circle.bringToFront.call(this);
    if (this._text) this._path.after(this._text);
    return this;
  },

  _updatePath() {
    circle._updatePath.call(this);
    if (!this._text) return;
    const { x, y } = this._point;
    this._text.setAttribute("x", this._fitsInside() ? x : x + this.getRadius() + 2);
    this._text.setAttribute("y", y);
  },

  /** Return the width of the number where it stands beside the circle, else 0. */
  numberWidth() {
    return this._text ? widthBeside(this.number, this.getRadius()) : 0;
  },

  _fitsInside() {
    return fitsInside(this.number, this.getRadius());
  },

  // The number of clusters at one place is always there; that of a circle for many only where it fits.
  _isNumbered() {
    return this._fitsInside() || this.group.points.length > 0;
  },
});
