namespace CommerceVideo.VideoModels.Studio.Resampling;

/// <summary>For each output sample along one axis: its first source sample and the phase between samples.</summary>
internal sealed class AxisTaps(int length, int taps)
{
    private readonly int[] _first = new int[length];

    private readonly short[] _weights = new short[length * taps];

    public int Length { get; } = length;

    public int Taps { get; } = taps;

    public ReadOnlySpan<int> First => _first;

    public ReadOnlySpan<short> Weights => _weights;

    /// <summary>Aims output sample i at <c>origin + (i + siting) * step</c>, in source pixels counted from the left edge.</summary>
    /// <param name="siting">Where in its cell an output sample lies: 0.5 = the middle.</param>
    public void Aim(Kernel kernel, double origin, double step, double siting, int sourceLength, int border)
    {
        var lowest = -border;
        var highest = sourceLength + border - Taps;
        for (var i = 0; i < Length; i++)
        {
            var centre = origin + ((i + siting) * step) - 0.5;
            var whole = (int)Math.Floor(centre);
            var phase = (int)Math.Round((centre - whole) * Kernel.Phases);
            if (phase == Kernel.Phases)
            {
                whole++;
                phase = 0;
            }

            _first[i] = Math.Clamp(whole - (Taps / 2) + 1, lowest, highest);
            kernel.Weights.AsSpan(phase * Taps, Taps).CopyTo(_weights.AsSpan(i * Taps));
        }
    }
}
