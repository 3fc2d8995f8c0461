namespace CommerceVideo.Routing;

/// <summary>Categories as a merchant says them of several.</summary>
internal static class CategoryWords
{
    public static string Plural(string category) =>
        category switch
        {
            "structured_woven" => "structured wovens",
            "fluid_drape" => "fluid drapes",
            "knit" => "knits",
            "outerwear" => "outerwear videos",
            "leather" => "leather videos",
            "sheer" => "sheer garments",
            "long_garment" => "long garments",
            "garment" => "garments",
            "footwear" => "shoes",
            _ => "products",
        };
}
