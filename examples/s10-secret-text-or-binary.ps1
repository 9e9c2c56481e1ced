# A secret that is text or bytes, and SELECT on a table for a role.
#
# The script that this replaces had a branch for each kind of secret, and printed the value. Here Get-LakeSecret returns both kinds. Text is
# a SecureString by default, and -OutFile writes bytes to a file.
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
Connect-Lake -Local $Lake    # on AWS: Connect-Lake -ProfileName work -Region us-west-2

New-LakeSecret my-text -Value 'correct horse battery staple' | Out-Null
New-LakeSecret my-certificate -Value ([byte[]](1..16)) | Out-Null
Get-LakeSecret my-text, my-certificate | Format-Table Name, Kind, VersionStage
Get-LakeSecret my-certificate -OutFile (Join-Path $Lake certificate.bin)

New-GlueDatabase my_database | Out-Null
New-GlueTable my_database my_table -Column 'id:int', 'name:string' | Out-Null
Grant-LakePermission -Principal role/my_role -Permission SELECT -DatabaseName my_database -TableName my_table -PassThru
