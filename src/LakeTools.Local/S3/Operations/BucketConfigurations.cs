using System.Globalization;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Settings;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>
/// Configurations of analytics, intelligent tiering, inventories and metrics: records. Nothing is analysed, moved or written by them.
/// </summary>
internal static class BucketConfigurations
{
    private static readonly string[] s_tiers = ["ARCHIVE_ACCESS", "DEEP_ARCHIVE_ACCESS"];
    private static readonly string[] s_formats = ["CSV", "ORC", "Parquet"];

    private static readonly string[] s_fields =
    [
        "Size", "LastModifiedDate", "StorageClass", "ETag", "IsMultipartUploaded", "ReplicationStatus", "EncryptionStatus",
        "ObjectLockRetainUntilDate", "ObjectLockMode", "ObjectLockLegalHoldStatus", "IntelligentTieringAccessTier", "BucketKeyStatus",
        "ChecksumAlgorithm", "ObjectAccessControlList", "ObjectOwner", "LifecycleExpirationDate",
    ];

    private static readonly ConfigurationSet s_analytics = new(
        "analytics", "AnalyticsConfiguration", "ListBucketAnalyticsConfigurationsResult", CheckAnalytics);

    private static readonly ConfigurationSet s_tiering = new(
        "intelligent-tiering", "IntelligentTieringConfiguration", "ListIntelligentTieringConfigurationsResult", CheckTiering);

    private static readonly ConfigurationSet s_inventory = new(
        "inventory", "InventoryConfiguration", "ListInventoryConfigurationsResult", CheckInventory);

    private static readonly ConfigurationSet s_metrics = new(
        "metrics", "MetricsConfiguration", "ListMetricsConfigurationsResult", CheckId);

    public static Task<WireResponse> GetBucketAnalyticsConfiguration(S3Call call, CancellationToken cancellationToken) =>
        s_analytics.Get(call);

    public static Task<WireResponse> ListBucketAnalyticsConfigurations(S3Call call, CancellationToken cancellationToken) =>
        s_analytics.List(call);

    public static Task<WireResponse> PutBucketAnalyticsConfiguration(S3Call call, CancellationToken cancellationToken) =>
        s_analytics.PutAsync(call, cancellationToken);

    public static Task<WireResponse> DeleteBucketAnalyticsConfiguration(S3Call call, CancellationToken cancellationToken) =>
        s_analytics.DeleteAsync(call);

    public static Task<WireResponse> GetBucketIntelligentTieringConfiguration(S3Call call, CancellationToken cancellationToken) =>
        s_tiering.Get(call);

    public static Task<WireResponse> ListBucketIntelligentTieringConfigurations(S3Call call, CancellationToken cancellationToken) =>
        s_tiering.List(call);

    public static Task<WireResponse> PutBucketIntelligentTieringConfiguration(S3Call call, CancellationToken cancellationToken) =>
        s_tiering.PutAsync(call, cancellationToken);

    public static Task<WireResponse> DeleteBucketIntelligentTieringConfiguration(S3Call call, CancellationToken cancellationToken) =>
        s_tiering.DeleteAsync(call);

    public static Task<WireResponse> GetBucketInventoryConfiguration(S3Call call, CancellationToken cancellationToken) =>
        s_inventory.Get(call);

    public static Task<WireResponse> ListBucketInventoryConfigurations(S3Call call, CancellationToken cancellationToken) =>
        s_inventory.List(call);

    public static Task<WireResponse> PutBucketInventoryConfiguration(S3Call call, CancellationToken cancellationToken) =>
        s_inventory.PutAsync(call, cancellationToken);

    public static Task<WireResponse> DeleteBucketInventoryConfiguration(S3Call call, CancellationToken cancellationToken) =>
        s_inventory.DeleteAsync(call);

    public static Task<WireResponse> GetBucketMetricsConfiguration(S3Call call, CancellationToken cancellationToken) => s_metrics.Get(call);

    public static Task<WireResponse> ListBucketMetricsConfigurations(S3Call call, CancellationToken cancellationToken) =>
        s_metrics.List(call);

    public static Task<WireResponse> PutBucketMetricsConfiguration(S3Call call, CancellationToken cancellationToken) =>
        s_metrics.PutAsync(call, cancellationToken);

    public static Task<WireResponse> DeleteBucketMetricsConfiguration(S3Call call, CancellationToken cancellationToken) =>
        s_metrics.DeleteAsync(call);

    private static void CheckId(XmlBody body, string id) => Demand(body.RequiredText("Id") == id);

    private static void CheckAnalytics(XmlBody body, string id)
    {
        CheckId(body, id);
        if (body.Required("StorageClassAnalysis").Child("DataExport") is not { } export) return;
        var target = export.Required("Destination").Required("S3BucketDestination");
        Demand(export.RequiredText("OutputSchemaVersion") == "V_1" && target.RequiredText("Format") == "CSV"
            && target.RequiredText("Bucket").Length > 0);
    }

    private static void CheckTiering(XmlBody body, string id)
    {
        CheckId(body, id);
        Demand(body.RequiredText("Status") is "Enabled" or "Disabled" && body.Children("Tiering").Any());
        foreach (var tiering in body.Children("Tiering"))
        {
            Demand(s_tiers.Contains(tiering.RequiredText("AccessTier")));
            Demand(int.TryParse(tiering.RequiredText("Days"), NumberStyles.None, CultureInfo.InvariantCulture, out _));
        }
    }

    /// <summary>Its id is compared last of the document, and the bucket's ARN after it.</summary>
    private static void CheckInventory(XmlBody body, string id)
    {
        var target = body.Required("Destination").Required("S3BucketDestination");
        Demand(s_formats.Contains(target.RequiredText("Format")));
        Demand(body.Required("Schedule").RequiredText("Frequency") is "Daily" or "Weekly");
        Demand(body.RequiredText("IncludedObjectVersions") is "All" or "Current");
        Demand(body.RequiredText("IsEnabled") is "true" or "false");
        Demand(body.Child("OptionalFields") is not { } fields || fields.Children("Field").All(field => s_fields.Contains(field.Value)));
        if (body.RequiredText("Id") != id)
            throw new ApiException("IdMismatch", "Document ID does not match the specified configuration ID.");
        if (target.RequiredText("Bucket").Split(':') is not ["arn", _, "s3", _, _, { Length: > 0 }])
            throw new ApiException("InvalidS3DestinationBucket", "Invalid bucket ARN.");
    }

    private static void Demand(bool isSo)
    {
        if (!isSo) throw S3Error.MalformedXml();
    }
}
