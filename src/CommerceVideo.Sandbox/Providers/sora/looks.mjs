const base = { fps: 30, contrast: 1.1, saturation: 1.08, brightness: -0.02 };

/** How each model's videos look: with sound, thirty frames a second, exactly as long as asked. */
export const looks = {
  'sora-2': { ...base, move: 'rise', cast: [1.03, 1, 0.95], softness: 0.8, noise: 5 },
  'sora-2-pro': { ...base, move: 'pull-out', cast: [1.02, 1, 0.97], softness: 0.3, noise: 3 },
};

export const lookOf = (model) => looks[model.startsWith('sora-2-pro') ? 'sora-2-pro' : 'sora-2'];
