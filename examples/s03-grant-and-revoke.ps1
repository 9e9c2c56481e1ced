# SELECT on a table for a user, and later taken back: from the table, or from every table of its database.
#
# The script that this replaces revoked SELECT on the table's database. A database has no SELECT: AWS refuses the call. Here the mistake is
# an error before any call (LakeTools.PermissionNotForResource), which names what a database takes, and -TableName *, which was meant.
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
Connect-Lake -Local $Lake    # on AWS: Connect-Lake -ProfileName work -Region us-west-2

New-GlueDatabase my_database | Out-Null
New-GlueTable my_database my_table -Column 'id:int', 'name:string' | Out-Null
$user = @{ Principal = 'user/my_user'; Permission = 'SELECT'; DatabaseName = 'my_database' }

Grant-LakePermission @user -TableName my_table -PassThru
Revoke-LakePermission @user -TableName my_table -PassThru

# What the database's name stood for: all of its tables, those to come included.
Grant-LakePermission @user -TableName *
Revoke-LakePermission @user -TableName *
"Permissions that are left: $(@(Get-LakePermission user/my_user).Count)"
