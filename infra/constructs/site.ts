import { fileURLToPath } from 'node:url'
import { Aws, Duration, Fn } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { originHeader } from '../../shared/wiring/origin-header.ts'
import type { Identity } from './identity.ts'
import { lasting, settingsIn } from '../settings.ts'
import { pageOf } from './page-of.ts'

const pages = fileURLToPath(new URL('../../web', import.meta.url))

/** Site for people: the pages, and the API under the same name, so that no browser has to be told of two. */
export class Site extends Construct {
  readonly url: string
  /** Secret that CloudFront sends along with what it passes on. The template says where it lies, and not the secret. */
  readonly originSecret: string
  readonly #distribution: Distribution
  readonly #bucket: Bucket
  readonly #headers: ResponseHeadersPolicy

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const bucket = new Bucket(this, 'Pages', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      ...lasting,
    })
    this.#headers = new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        // A signing link must not travel on to anyone in a Referer.
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: true,
          override: true,
        },
      },
    })
    const { webAcl } = settingsIn(this.node)
    this.#distribution = new Distribution(this, 'Site', {
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      ...(webAcl ? { webAclId: webAcl } : {}),
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: this.#headers,
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new EdgeFunction(this, 'PageOf', {
              code: FunctionCode.fromInline(pageOf),
              runtime: FunctionRuntime.JS_2_0,
            }),
          },
        ],
      },
    })
    this.url = `https://${this.#distribution.distributionDomainName}`
    this.#bucket = bucket
    const secret = new Secret(this, 'OriginSecret', {
      description: 'Musubi: by which the API knows what CloudFront passed on',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    })
    this.originSecret = secret.secretValue.unsafeUnwrap()
  }

  /** Puts the pages there, and beside them what they must know of this deployment: how people sign in. */
  publish(signIn: Identity['signIn']): void {
    new BucketDeployment(this, 'Deployment', {
      sources: [
        Source.asset(pages, { exclude: ['**/*.ts', '**/*.md', 'tsconfig.json'] }),
        Source.jsonData('settings.json', { signIn }),
      ],
      destinationBucket: this.#bucket,
      distribution: this.#distribution,
      prune: true,
    })
  }

  /**
   * Passes everything under /v1 on to the API: nothing kept on the way, nothing left out but the host's name, and with
   * the secret by which a request that came this way is told from one that went straight to the gateway.
   */
  passOnTo(api: HttpApi): void {
    const origin = new HttpOrigin(Fn.join('', [api.apiId, '.execute-api.', Aws.REGION, '.', Aws.URL_SUFFIX]), {
      customHeaders: { [originHeader]: this.originSecret },
    })
    for (const path of ['/v1', '/v1/*']) {
      this.#distribution.addBehavior(path, origin, {
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        responseHeadersPolicy: this.#headers,
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      })
    }
  }
}
