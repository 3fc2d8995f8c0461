using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace CommerceVideo.Platform.Storage;

/// <summary>The client S3 is spoken to with.</summary>
internal static class S3Connection
{
    private const string RegionOfOthers = "us-east-1";

    public static AmazonS3Client Open(S3Options options)
    {
        var config = new AmazonS3Config
        {
            // Other services than Amazon's do not know the newer checksums.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.Address is { } address)
        {
            config.ServiceURL = address.AbsoluteUri;
            config.ForcePathStyle = true;
            config.AuthenticationRegion = options.Region ?? RegionOfOthers;
            config.UseHttp = address.Scheme == Uri.UriSchemeHttp;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        }

        return options is { AccessKey: { } key, SecretKey: { } secret }
            ? new AmazonS3Client(new BasicAWSCredentials(key, secret), config)
            : new AmazonS3Client(config);
    }
}
