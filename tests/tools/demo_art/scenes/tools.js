// A small random generator with a seed, so that every run draws the same picture (mulberry32, public domain).
function seeded(a) {
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const el = (id) => document.getElementById(id);

// Scenes draw themselves once every face has loaded, so that no text is measured or painted in another one.
function draw(scene) {
  window.drawn = Promise.all([...document.fonts].map((face) => face.load())).then(scene);
}
