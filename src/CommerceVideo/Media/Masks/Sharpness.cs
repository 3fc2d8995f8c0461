namespace CommerceVideo.Media.Masks;

/// <summary>How much fine detail each cell of a coarse grid holds: what is out of focus holds little, whatever its colour.</summary>
internal static class Sharpness
{
    private const int Reach = 4;

    public static float[] Of(LabGrid fine, LabGrid coarse)
    {
        var smooth = Cells.Blurred(fine.Light, fine.Width, 1);
        var detail = new float[smooth.Length];
        for (var cell = 0; cell < detail.Length; cell++)
        {
            detail[cell] = Math.Abs(fine.Light[cell] - smooth[cell]);
        }

        detail = Cells.Blurred(detail, fine.Width, Reach);
        var sharpness = new float[coarse.Light.Length];
        for (var cell = 0; cell < sharpness.Length; cell++)
        {
            sharpness[cell] = MathF.Log2(0.1f + detail[LabGrid.Under(cell, coarse, fine)]);
        }

        return sharpness;
    }
}
