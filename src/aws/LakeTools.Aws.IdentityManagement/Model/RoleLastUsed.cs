namespace Amazon.IdentityManagement.Model;

/// <summary>The shape RoleLastUsed of AWS Identity and Access Management.</summary>
public partial class RoleLastUsed
{
    /// <summary>The last used date. UTC.</summary>
    public DateTime? LastUsedDate { get; set; }

    /// <summary>The region.</summary>
    public string Region { get; set; }
}
