namespace CommerceVideo.Sandbox.Start;

/// <summary>Where the parts answer.</summary>
internal sealed record Addresses(Uri Store, Uri App)
{
    public const string Shop = "dev-atelier.myshopify.com";

    /// <summary>What a merchant's click on the app does.</summary>
    public Uri OpenApp => new(Store, $"_sandbox/launch?shop={Shop}");

    public Uri State => new(Store, "_sandbox/state");

    public Uri Products => new(Store, "_sandbox/products");

    public Uri Health => new(App, "health/ready");

    public Uri Report => new(App, "operations/report");
}
