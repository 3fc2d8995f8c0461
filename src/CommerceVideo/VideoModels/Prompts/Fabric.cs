namespace CommerceVideo.VideoModels.Prompts;

/// <summary>How a material moves, which is what a prompt has to say of it.</summary>
public enum Fabric
{
    /// <summary>Denim, twill, poplin, canvas: holds its folds.</summary>
    StructuredWoven,

    /// <summary>Silk, satin, viscose, jersey: flows and falls.</summary>
    FluidDrape,

    /// <summary>Wool, cable, rib: heavy, with stitches to be seen.</summary>
    Knit,

    /// <summary>Coats, down, shells: moves as one piece.</summary>
    Outerwear,

    /// <summary>Leather and suede: hardly moves, takes highlights.</summary>
    Leather,

    /// <summary>Lace, chiffon, tulle: light shows through.</summary>
    Sheer,
}
