BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    function New-File([string] $Text) {
        $file = Join-Path $TestDrive "$([guid]::NewGuid().ToString('n')).yaml"
        Set-Content $file $Text
        $file
    }
    $things = @'
lake: 1
name: base
roles:
  loader:
    trust: Glue
    policies:
      read: { Version: "2012-10-17", Statement: { Effect: Allow, Action: ["s3:GetObject"], Resource: "arn:aws:s3:::lake-raw/*" } }
    managedPolicies: [arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole]
    tags: { team: data }
buckets:
  lake-raw: { versioning: true }
  lake-tmp: {}
secrets:
  shop/login: { description: who reads the shop, tags: { team: data }, generate: true }
  shop/later: {}
owns: [{ role: "load*" }, { bucket: "lake-*" }, { secret: "shop/*" }]
'@
}

AfterAll { Disconnect-Lake }

Describe 'Roles, buckets and secrets in definitions' {
    BeforeEach { Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))) }

    It 'are made, compared, changed and taken away' {
        $file = New-File $things
        Test-LakeDefinition $file | Should -BeNullOrEmpty
        $kept = Join-Path $TestDrive "$([guid]::NewGuid().ToString('n')).json"
        Compare-LakeDefinition $file | Export-LakePlan $kept
        (Publish-LakeDefinition -PlanPath $kept -Confirm:$false).Status | Should -Be 'Done'
        (Compare-LakeDefinition $file).HasChanges | Should -BeFalse
        $role = Get-LakeRole loader
        $role.Service | Should -Be 'Glue'
        $role.Path | Should -Be 's3://lake-raw/'
        $role.ManagedPolicyArn | Should -Be 'arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole'
        $role.Tag['team'] | Should -Be 'data'
        (Get-LakeBucket lake-*).Name | Should -Be @('lake-raw', 'lake-tmp')
        (Get-LakeSecretInfo shop/login).Description | Should -Be 'who reads the shop'

        # A generated value is there, and stands nowhere; without it there is none.
        $value = (Get-LakeSecret shop/login -AsPlainText)
        "$value".Length | Should -Be 32
        { Get-LakeSecret shop/later -ErrorAction Stop } | Should -Throw
        $journal = Get-ChildItem (Join-Path (Get-LakeConnection).LocalPath definitions) -Recurse -File | Get-Content -Raw
        $journal.Contains("$value") | Should -BeFalse

        # Publishing again makes no other value, and what was changed by hand is put right.
        $null = Set-LakeSecret shop/login -Description other
        $plan = Compare-LakeDefinition $file
        $plan.Changes.Target | Should -Be 'shop/login'
        $changed = New-File ($things.Replace('trust: Glue', 'trust: LakeFormation').Replace('team: data } }', 'team: other } }').Replace('"s3:GetObject"', '"s3:GetObject", "s3:PutObject"').Replace('lake-raw: { versioning: true }', 'lake-raw: { versioning: false }'))
        $done = Publish-LakeDefinition $changed -Confirm:$false
        $done.Status | Should -Be 'Done'
        (Get-LakeRole loader).Service | Should -Be 'LakeFormation'
        "$(Get-LakeSecret shop/login -AsPlainText)" | Should -Be "$value"
        (Compare-LakeDefinition $changed).HasChanges | Should -BeFalse

        # What goes is asked about. A bucket with objects stays; a secret comes back with its value.
        Set-Content (Join-Path $TestDrive x.txt) x
        $null = Send-LakeObject (Join-Path $TestDrive x.txt) s3://lake-raw/x.txt
        $less = New-File "lake: 1`nname: base`nowns: [{ role: 'load*' }, { bucket: 'lake-*' }, { secret: 'shop/*' }]"
        { Publish-LakeDefinition $less -ErrorAction Stop -Confirm:$false } | Should -Throw -ErrorId 'LakeTools.PlanLosesThings,*'
        $gone = Publish-LakeDefinition $less -Force -Confirm:$false -ErrorAction SilentlyContinue
        $gone.Status | Should -Be 'Failed'
        @($gone.Changes | Where-Object State -NE Done).Target | Should -Be 'lake-raw'
        Get-LakeRole loader -ErrorAction Ignore | Should -BeNullOrEmpty
        (Restore-LakeDefinition base 2 -Confirm:$false).Status | Should -Be 'Done'
        (Compare-LakeDefinition $changed).HasChanges | Should -BeFalse
        "$(Get-LakeSecret shop/login -AsPlainText)" | Should -Be "$value"
    }

    It 'have the policies of an owned role, and no others' {
        $file = New-File $things
        $null = Publish-LakeDefinition $file -Confirm:$false
        $iam = 'roles: { loader: { trust: Glue, policies: { more: { Version: "2012-10-17", Statement: [{ Effect: Allow, Action: "*", Resource: "*" }] } } } }'
        (Publish-LakeDefinition (New-File "lake: 1`nname: other`n$iam") -Confirm:$false).Status | Should -Be 'Done'
        (Get-LakeRole loader).InlinePolicyName | Should -Be @('more', 'read')
        $plan = Compare-LakeDefinition $file
        $plan.Changes.Reason | Should -Be 'change role loader: remove policy.more'
        (Publish-LakeDefinition $file -Force -Confirm:$false).Status | Should -Be 'Done'
        (Get-LakeRole loader).InlinePolicyName | Should -Be 'read'
        (Compare-LakeDefinition $file).HasChanges | Should -BeFalse
    }

    It 'have policies whose conditions are as they are written' {
        $text = @'
lake: 1
name: base
roles:
  loader:
    trust:
      Statement: { Effect: Allow, Principal: { AWS: "arn:aws:iam::111122223333:root", Service: "glue.amazonaws.com" }, Action: "sts:AssumeRole" }
    policies:
      guard:
        Statement:
          Effect: Deny
          Action: "s3:*"
          Resource: "*"
          Condition: { ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::111122223333:root"] } }
owns: [{ role: loader }]
'@
        $file = New-File $text
        (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be 'Done'
        (Compare-LakeDefinition $file).HasChanges | Should -BeFalse
        $null = New-LakeGlueJob load -Role loader -ScriptLocation s3://lake-raw/load.py -Command glueetl
        "$(Export-LakeDefinition)" | Should -Match 'aws:PrincipalArn: .?arn:aws:iam::111122223333:root'

        # As a principal, the number of an account is its root. In a condition it is another text.
        (Compare-LakeDefinition (New-File $text.Replace('AWS: "arn:aws:iam::111122223333:root"', 'AWS: "111122223333"'))).HasChanges | Should -BeFalse
        (Compare-LakeDefinition (New-File $text.Replace('["arn:aws:iam::111122223333:root"]', '["111122223333"]'))).HasChanges | Should -BeTrue
    }

    It 'are left alone by owns: everything, and by definitions that do not name them' {
        $null = New-LakeRole other; $null = New-LakeBucket other-bucket; $null = New-LakeSecret other -Value x
        $done = Publish-LakeDefinition (New-File "lake: 1`nname: a`nowns: [{ everything: true }]") -Force -Confirm:$false
        @($done.Changes | Where-Object Kind -In Role, Bucket, Secret).Count | Should -Be 0
        Get-LakeRole other | Should -Not -BeNullOrEmpty
        Get-LakeBucket other-bucket | Should -Not -BeNullOrEmpty
    }

    It 'are exported as far as the lake names them' {
        $null = New-LakeRole loader -Path s3://lake-raw/; $null = New-LakeRole other
        $null = New-LakeBucket lake-raw; $null = New-LakeBucket other-bucket
        $null = New-LakeSecret shop/login -Value hunter2; $null = New-LakeSecret other -Value x
        $null = New-LakeGlueJob load -Role loader -ScriptLocation s3://lake-raw/load.py -Command glueetl
        $null = New-LakeGlueConnection shop -ConnectionType JDBC -Property @{ JDBC_CONNECTION_URL = 'jdbc:mysql://h/d' } -SecretId shop/login
        $text = Export-LakeDefinition
        $text | Should -Match '(?s)roles:\s+loader:.*buckets:\s+lake-raw:.*secrets:\s+shop/login:'
        $text | Should -Not -Match 'other|hunter2'
        (Compare-LakeDefinition (New-File $text)).HasChanges | Should -BeFalse
    }

    It 'are checked: <Id>' -ForEach @(
        @{ Id = 'PolicyDocumentInvalid'; Text = 'roles: { r: { trust: { a: b } } }' }
        @{ Id = 'PolicyDocumentInvalid'; Text = 'roles: { r: { trust: Everybody } }' }
        @{ Id = 'PolicyDocumentInvalid'; Text = 'roles: { r: { trust: ''{ "Statement": [], "Statement": [] }'' } }' }
        @{ Id = 'DefinitionContradiction'; Text = 'roles: { r: { trust: { Statement: { Action: a, Action: b } } } }' }
        @{ Id = 'DefinitionTypeWrong'; Text = 'roles: { r: { trust: { Statement: { Action: ~ } } } }' }
        @{ Id = 'DefinitionKeyMissing'; Text = 'roles: { r: { tags: { a: b } } }' }
        @{ Id = 'InvalidRoleName'; Text = 'roles: { "a role": { trust: Glue } }' }
        @{ Id = 'InvalidPolicyArn'; Text = 'roles: { r: { trust: Glue, managedPolicies: [x] } }' }
        @{ Id = 'BucketNameInvalid'; Text = 'buckets: { Lake: {} }' }
        @{ Id = 'InvalidSecretName'; Text = 'secrets: { "a b": {} }' }
        @{ Id = 'DefinitionKeyUnknown'; Text = 'secrets: { a: { value: hunter2 } }' }
    ) {
        (Test-LakeDefinition (New-File "lake: 1`nname: a`n$Text")).Id | Should -Be $Id
    }
}
