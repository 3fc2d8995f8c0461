using CommerceVideo.Media;

namespace CommerceVideo.Finishing.Words;

/// <summary>A picture laid over a film for some of its time: raw RGBA, its alpha not multiplied in.</summary>
/// <param name="Box">Where it lies in the frame.</param>
public sealed record Overlay(string Name, string File, PixelBox Box, double From, double To);
