namespace LakeTools.Core.Permissions.Checks;

/// <summary>The pages of AWS's documentation that have the rules of the checks.</summary>
internal static class CheckSource
{
    private const string Lake = "https://docs.aws.amazon.com/lake-formation/latest/dg/";

    public const string DataAccess = Lake + "access-control-underlying-data.html";
    public const string Permissions = Lake + "lf-permissions-reference.html";
    public const string Registration = Lake + "register-location.html";
    public const string RegistrationRole = Lake + "registration-role.html";
    public const string ServiceLinkedRole = Lake + "service-linked-role-limitations.html";
    public const string Encryption = Lake + "register-encrypted.html";
    public const string Hybrid = Lake + "hybrid-access-mode.html";
    public const string OptedInTag = Lake + "abac-considerations.html";
    public const string Links = Lake + "resource-links-about.html";
    public const string Engines = Lake + "working-with-services.html";
    public const string Integration = Lake + "how-vending-works.html";
    public const string FullTable = Lake + "full-table-credential-vending.html";
    public const string Shares = Lake + "viewing-available-shared-resources.html";
    public const string Identities = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id.html";
    public const string Catalog = "https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html";
    public const string Athena = "https://docs.aws.amazon.com/athena/latest/ug/lf-athena-user-permissions.html";
    public const string Redshift = "https://docs.aws.amazon.com/redshift/latest/dg/spectrum-lake-formation.html";
    public const string Emr = "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-lf-enable.html";
    public const string Glue = "https://docs.aws.amazon.com/glue/latest/dg/security-lf-enable.html";
}
